# Nodes that are not there, names that nobody keeps, and tasks whose connection is lost.
defmodule Stack do
  use GenServer
  def init(list), do: {:ok, list}
  def handle_call(:pop, _from, [head | tail]), do: {:reply, head, tail}
  def handle_call(:never, _from, state), do: {:noreply, state}
  def handle_cast({:push, item}, list), do: {:noreply, [item | list]}
end

tried = fn function ->
  try do
    function.()
  catch
    kind, reason -> {kind, reason}
  end
end

{:ok, _} = GenServer.start_link(Stack, [:first, :second], name: :stack)
IO.inspect(GenServer.multi_call([node(), :a@b, :c@d], :stack, :pop))
IO.inspect(GenServer.multi_call(:stack, :pop))
IO.inspect(GenServer.multi_call([:a@b], :stack, :pop))
IO.inspect(GenServer.multi_call([node()], :nobody, :pop))
IO.inspect(GenServer.multi_call([node()], :stack, :never, 10))
IO.inspect(GenServer.abcast([node(), :a@b], :stack, {:push, :third}))
IO.inspect(GenServer.abcast(:nobody, {:push, :third}))
IO.inspect(GenServer.call(:stack, :pop))
IO.inspect(GenServer.cast({:via, :nowhere, :name}, :hello))
IO.inspect(GenServer.cast({:via, Registry, {Nowhere, :name}}, :hello))
IO.inspect(GenServer.cast({:global, :name}, :hello))
IO.inspect(elem(tried.(fn -> GenServer.call({:via, :nowhere, :name}, :hello) end), 0))

lost = fn process, told ->
  ref = make_ref()
  task = %Task{ref: ref, pid: self(), owner: self(), mfa: {Some, :fun, 1}}
  send(self(), {:DOWN, ref, :process, process, told})
  task
end

asked = [
  await: fn task -> Task.await(task) end,
  await_many: fn task -> Task.await_many([task]) end,
  yield: fn task -> Task.yield(task) end,
  yield_many: fn task -> Task.yield_many([task]) end,
  ignore: fn task -> Task.ignore(task) end
]

for {name, ask} <- asked,
    process <- [self(), {:named, :a@b}],
    told <- [:noconnection, :other] do
  case tried.(fn -> ask.(lost.(process, told)) end) do
    {:exit, {reason, {Task, function, args}}} -> IO.inspect({name, reason, function, length(args)})
    {kind, reason} -> IO.inspect({name, kind, reason})
    [{%Task{}, result}] -> IO.inspect({name, result})
  end
end
