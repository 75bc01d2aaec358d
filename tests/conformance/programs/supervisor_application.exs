# An Application module starts a tree, by hand.
defmodule MyApp do
  use Application

  @impl true
  def start(_type, args) do
    children = [{Agent, fn -> args end}, {Task.Supervisor, name: MyApp.Tasks}]
    Supervisor.start_link(children, strategy: :one_for_one, name: MyApp.Supervisor)
  end
end

{:ok, pid} = MyApp.start(:normal, [1, 2])
IO.inspect(Process.whereis(MyApp.Supervisor) == pid)
IO.inspect(for {id, _, type, _} <- Supervisor.which_children(pid), do: {id, type})
