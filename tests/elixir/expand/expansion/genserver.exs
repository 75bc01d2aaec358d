defmodule Stack do
  use GenServer, restart: :transient
  def start_link(init), do: GenServer.start_link(__MODULE__, init, name: __MODULE__)
  def push(x), do: GenServer.cast(__MODULE__, {:push, x})
  def pop, do: GenServer.call(__MODULE__, :pop)
  @impl true
  def init(s), do: {:ok, s}
  @impl true
  def handle_call(:pop, _from, [h | t]), do: {:reply, h, t}
  @impl true
  def handle_cast({:push, x}, s), do: {:noreply, [x | s]}
  @impl true
  def handle_info(msg, s) do
    IO.inspect({:info, msg})
    {:noreply, s}
  end
end
{:ok, _} = Stack.start_link([1])
Stack.push(2)
IO.inspect(Stack.pop())
send(Stack, :hi)
IO.inspect(Stack.pop())
IO.inspect(Stack.child_spec([5]))
