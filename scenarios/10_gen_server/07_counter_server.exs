# The counter as a GenServer: which increments a get has seen
#
# The main process increments twice and gets 12: a call has seen all casts that the same process made before it.
# That holds for each sender alone: the two clients, who decrement three times each, had not even run by then.
#
# Try: simulator diagram counter_server.exs -o counter_server.png

defmodule Counter do
  use GenServer

  def start_link(initial \\ 0), do: GenServer.start_link(__MODULE__, initial, name: __MODULE__)
  def increment, do: GenServer.cast(__MODULE__, :increment)
  def decrement, do: GenServer.cast(__MODULE__, :decrement)
  def get, do: GenServer.call(__MODULE__, :get)

  @impl true
  def init(initial), do: {:ok, initial}

  @impl true
  def handle_cast(:increment, count), do: {:noreply, count + 1}
  def handle_cast(:decrement, count), do: {:noreply, count - 1}

  @impl true
  def handle_call(:get, _from, count), do: {:reply, count, count}
end

Counter.start_link(10)

for _ <- 1..2 do
  spawn(fn -> for _ <- 1..3, do: Counter.decrement() end)
end

Counter.increment()
Counter.increment()
IO.inspect(Counter.get(), label: "after two increments of one's own")
Process.sleep(10)
IO.inspect(Counter.get(), label: "when all clients are done")
