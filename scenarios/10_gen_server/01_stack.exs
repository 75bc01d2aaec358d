# The Stack server: a process that keeps a list for all
#
# What is left to write of a GenServer are its callbacks. push is a cast: it returns :ok before the server has
# looked. pop is a call: it waits for the reply. Both go through the same mailbox, so the pop after the push finds
# 4 on top.
#
# Try: simulator diagram stack.exs -o stack.png

defmodule Stack do
  use GenServer

  def start_link(items), do: GenServer.start_link(__MODULE__, items, name: __MODULE__)
  def push(item), do: GenServer.cast(__MODULE__, {:push, item})
  def pop, do: GenServer.call(__MODULE__, :pop)

  @impl true
  def init(items), do: {:ok, items}

  @impl true
  def handle_cast({:push, item}, items), do: {:noreply, [item | items]}

  @impl true
  def handle_call(:pop, _from, [head | tail]), do: {:reply, head, tail}
  def handle_call(:pop, _from, []), do: {:reply, nil, []}
end

Stack.start_link([1, 2, 3])
Stack.push(4)
for _ <- 1..5, do: IO.inspect(Stack.pop(), label: "pop")
