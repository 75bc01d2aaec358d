# A tree of supervisors stops its children from right to left.
defmodule Leaf do
  use GenServer
  def start_link(name), do: GenServer.start_link(__MODULE__, name, name: name)

  def init(name) do
    Process.flag(:trap_exit, true)
    IO.puts("start #{name}")
    {:ok, name}
  end

  def terminate(reason, name), do: IO.puts("stop #{name}: #{inspect(reason)}")
end

defmodule Branch do
  use Supervisor
  def start_link({name, leaves}), do: Supervisor.start_link(__MODULE__, leaves, name: name)
  def child_spec({name, _} = arg), do: %{super(arg) | id: name}
  def init(leaves), do: Supervisor.init(Enum.map(leaves, &Supervisor.child_spec({Leaf, &1}, id: &1)), strategy: :one_for_all)
end

{:ok, top} = Supervisor.start_link([{Branch, {:left, [:a, :b]}}, {Branch, {:right, [:c]}}], strategy: :one_for_one)
IO.inspect(Supervisor.count_children(top))
IO.inspect(for {id, _, type, _} <- Supervisor.which_children(top), do: {id, type})
Supervisor.stop(top)
