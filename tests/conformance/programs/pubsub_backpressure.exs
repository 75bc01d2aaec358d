# A producer that is asked for demand, consumers that subscribe and fail, and a broadcaster that drops slow readers.
defmodule Producer do
  use GenServer
  def init(_), do: {:ok, %{next: 1, subs: %{}}}
  def handle_call({:subscribe, pid}, _, s), do: {:reply, :ok, put_in(s.subs[pid], Process.monitor(pid))}
  def handle_cast({:demand, pid, n}, s) do
    items = Enum.to_list(s.next..(s.next + n - 1))
    if Map.has_key?(s.subs, pid), do: send(pid, {:items, items})
    {:noreply, %{s | next: s.next + n}}
  end
  def handle_info({:DOWN, ref, _, pid, reason}, s) do
    ^ref = s.subs[pid]
    IO.puts("consumer gone: #{inspect(reason)}")
    {:noreply, %{s | subs: Map.delete(s.subs, pid)}}
  end
end
defmodule Consumer do
  def start(prod, name, work), do: spawn(fn -> GenServer.call(prod, {:subscribe, self()}); loop(prod, name, work, 0) end)
  defp loop(_, name, _, n) when n >= 6, do: IO.puts("#{name} has enough: #{n}")
  defp loop(prod, name, work, n) do
    GenServer.cast(prod, {:demand, self(), 2})
    receive do
      {:items, items} ->
        Process.sleep(work)
        IO.puts("#{name} got #{inspect(items, charlists: :as_lists)}")
        if name == :bad, do: exit({:bad_items, items})
        loop(prod, name, work, n + length(items))
    after 500 -> IO.puts("#{name} starves")
    end
  end
end
{:ok, p} = GenServer.start_link(Producer, nil)
Consumer.start(p, :fast, 30)
Consumer.start(p, :slow, 70)
Consumer.start(p, :bad, 10)
Process.sleep(700)
IO.inspect(:sys.get_state(p))
