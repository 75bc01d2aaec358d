# A pool of workers with a queue of waiting clients, timeouts of checkout, and clients that die while they hold one.
defmodule Pool do
  use GenServer
  def start_link(n), do: GenServer.start_link(__MODULE__, n, name: __MODULE__)
  def checkout(t \\ 50), do: GenServer.call(__MODULE__, :checkout, t)
  def checkin(w), do: GenServer.cast(__MODULE__, {:checkin, w})
  def init(n), do: {:ok, %{free: Enum.map(1..n, &:"w#{&1}"), waiting: :queue.new(), busy: %{}}}
  def handle_call(:checkout, {pid, _} = from, s) do
    case s.free do
      [w | rest] -> {:reply, {:ok, w}, hold(%{s | free: rest}, pid, w)}
      [] -> {:noreply, %{s | waiting: :queue.in(from, s.waiting)}}
    end
  end
  def handle_call(:status, _, s), do: {:reply, {Enum.sort(s.free), :queue.len(s.waiting), map_size(s.busy)}, s}
  def handle_cast({:checkin, w}, s) do
    {ref, _} = Enum.find(s.busy, fn {_, x} -> x == w end)
    Process.demonitor(ref, [:flush])
    {:noreply, give(%{s | busy: Map.delete(s.busy, ref)}, w)}
  end
  def handle_info({:DOWN, ref, :process, _, reason}, s) do
    {w, busy} = Map.pop(s.busy, ref)
    IO.puts("#{w} back because of #{inspect(reason)}")
    {:noreply, give(%{s | busy: busy}, w)}
  end
  defp give(s, w) do
    case :queue.out(s.waiting) do
      {{:value, {pid, _} = from}, q} ->
        if Process.alive?(pid) do
          GenServer.reply(from, {:ok, w})
          hold(%{s | waiting: q}, pid, w)
        else
          give(%{s | waiting: q}, w)
        end
      {:empty, _} -> %{s | free: [w | s.free]}
    end
  end
  defp hold(s, pid, w), do: %{s | busy: Map.put(s.busy, Process.monitor(pid), w)}
end
{:ok, _} = Pool.start_link(2)
me = self()
IO.inspect(Pool.checkout())
IO.inspect(Pool.checkout())
IO.inspect(try do Pool.checkout(10) catch :exit, {r, _} -> r end)
IO.inspect(GenServer.call(Pool, :status))
Pool.checkin(:w1)
Process.sleep(1)
IO.inspect(GenServer.call(Pool, :status))
Pool.checkin(:w2)
IO.inspect(GenServer.call(Pool, :status))
receive do {ref, r} when is_reference(ref) -> IO.inspect({:late, r}) after 5 -> IO.puts("no late reply") end
p = spawn(fn -> {:ok, w} = Pool.checkout(); send(me, {:got, w}); receive do :crash -> exit(:crashed) end end)
IO.inspect(receive do m -> m end)
t = Task.async(fn -> Pool.checkout(500) end)
Process.sleep(5)
send(p, :crash)
IO.inspect(Task.await(t))
Process.sleep(5)
IO.inspect(GenServer.call(Pool, :status))
