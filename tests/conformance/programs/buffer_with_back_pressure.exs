# Back pressure: a producer that asks, a consumer that is slow, a buffer that is full.
defmodule Buffer do
  use GenServer
  def init(max), do: {:ok, %{max: max, items: :queue.new(), size: 0, blocked: [], waiting: []}}
  def handle_call({:push, x}, from, %{size: n, max: m} = s) when n >= m, do: {:noreply, %{s | blocked: s.blocked ++ [{from, x}]}}
  def handle_call({:push, x}, _, s), do: {:reply, :ok, deliver(%{s | items: :queue.in(x, s.items), size: s.size + 1})}
  def handle_call(:pop, from, s), do: {:noreply, deliver(%{s | waiting: s.waiting ++ [from]})}
  def handle_call(:size, _, s), do: {:reply, {s.size, length(s.blocked)}, s}
  defp deliver(%{waiting: [w | ws], size: n} = s) when n > 0 do
    {{:value, x}, q} = :queue.out(s.items)
    GenServer.reply(w, x)
    refill(%{s | waiting: ws, items: q, size: n - 1}) |> deliver()
  end
  defp deliver(s), do: s
  defp refill(%{blocked: [{from, x} | rest]} = s) do
    GenServer.reply(from, :unblocked)
    %{s | blocked: rest, items: :queue.in(x, s.items), size: s.size + 1}
  end
  defp refill(s), do: s
end
{:ok, b} = GenServer.start_link(Buffer, 2)
me = self()
spawn_link(fn ->
  for i <- 1..6, do: send(me, {:pushed, i, GenServer.call(b, {:push, i})})
end)
Process.sleep(10)
IO.inspect(GenServer.call(b, :size))
for _ <- 1..6 do
  IO.inspect({:popped, GenServer.call(b, :pop)})
  Process.sleep(10)
end
flush = fn flush -> receive do m -> [m | flush.(flush)] after 0 -> [] end end
IO.inspect(flush.(flush))
t = Task.async(fn -> GenServer.call(b, :pop, 50) end)
Process.sleep(10)
IO.inspect(GenServer.call(b, {:push, :last}))
IO.inspect(Task.await(t))
Process.flag(:trap_exit, true)
t = Task.async(fn -> GenServer.call(b, :pop, 50) end)
receive do {:EXIT, _, {r, {GenServer, :call, [_ | rest]}}} -> IO.inspect({r, rest}) end
IO.inspect(GenServer.call(b, {:push, :for_nobody}))
IO.inspect(GenServer.call(b, :size))
_ = t
