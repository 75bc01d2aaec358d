# The stack of the GenServer documentation, with an API of its own.
defmodule Stack do
  use GenServer

  def start_link(default) when is_list(default), do: GenServer.start_link(__MODULE__, default)
  def push(pid, element), do: GenServer.cast(pid, {:push, element})
  def pop(pid), do: GenServer.call(pid, :pop)

  @impl true
  def init(stack), do: {:ok, stack}

  @impl true
  def handle_call(:pop, _from, [head | tail]), do: {:reply, head, tail}
  def handle_call(:pop, _from, []), do: {:reply, nil, []}

  @impl true
  def handle_cast({:push, element}, state), do: {:noreply, [element | state]}
end

{:ok, pid} = Stack.start_link([:hello])
IO.inspect(Stack.pop(pid))
Stack.push(pid, :world)
Stack.push(pid, :again)
IO.inspect({Stack.pop(pid), Stack.pop(pid), Stack.pop(pid)})
IO.inspect(:sys.get_state(pid))
IO.inspect(GenServer.stop(pid))
IO.inspect(Process.alive?(pid))
