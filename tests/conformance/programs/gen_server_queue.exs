# A bounded queue where consumers wait: replies are sent later.
defmodule Queue do
  use GenServer
  def start_link(max), do: GenServer.start_link(__MODULE__, max)
  def put(q, x), do: GenServer.call(q, {:put, x})
  def take(q), do: GenServer.call(q, :take)

  def init(max), do: {:ok, %{max: max, items: :queue.new(), waiting: :queue.new()}}

  def handle_call({:put, x}, _, state) do
    case :queue.out(state.waiting) do
      {{:value, from}, waiting} ->
        GenServer.reply(from, x)
        {:reply, :handed_over, %{state | waiting: waiting}}

      {:empty, _} ->
        if :queue.len(state.items) < state.max do
          {:reply, :ok, %{state | items: :queue.in(x, state.items)}}
        else
          {:reply, :full, state}
        end
    end
  end

  def handle_call(:take, from, state) do
    case :queue.out(state.items) do
      {{:value, x}, items} -> {:reply, x, %{state | items: items}}
      {:empty, _} -> {:noreply, %{state | waiting: :queue.in(from, state.waiting)}}
    end
  end
end

{:ok, q} = Queue.start_link(2)
IO.inspect([Queue.put(q, 1), Queue.put(q, 2), Queue.put(q, 3)])
IO.inspect([Queue.take(q), Queue.take(q)])
me = self()
for n <- 1..2, do: spawn_link(fn -> send(me, {n, Queue.take(q)}) end)
Process.sleep(5)
IO.inspect([Queue.put(q, :x), Queue.put(q, :y), Queue.put(q, :z)])
for n <- 1..2, do: receive(do: ({^n, v} -> IO.inspect({n, v})))
