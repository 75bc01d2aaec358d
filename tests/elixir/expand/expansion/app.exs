defmodule MyApp do
  use Application
  def start(_type, _args) do
    Supervisor.start_link([], strategy: :one_for_one)
  end
end
{:ok, pid} = MyApp.start(:normal, [])
IO.inspect(is_pid(pid))
