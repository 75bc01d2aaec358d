# Process.alive? of one that a message has woken and a call's monitor reached: it is asked in turn.
defmodule S do
  use GenServer
  def init(x), do: {:ok, x}
  def handle_info(m, s) do
    send(:main, {:s0_info, m})
    {:noreply, s}
  end
  def handle_cast(m, s) do
    send(:main, {:s1_cast, m})
    {:noreply, s}
  end
end
Process.register(self(), :main)
{:ok, _} = GenServer.start(S, 0, name: :s0)
{:ok, _} = GenServer.start(S, 0, name: :s1)
main = self()
say = fn x -> send(main, x) end
p1 = spawn(fn ->
  receive do :go -> :ok end
  say.(:p1_start)
  :erlang.yield()
  say.(:p1_back)
  say.({:p1_alive, Process.alive?(Process.whereis(:s0))})
  say.(:p1_end)
end)
p2 = spawn(fn ->
  receive do :go -> :ok end
  say.(:p2_start)
  GenServer.cast(:s1, :x)
  receive do :nothing -> :ok after 0 -> :ok end
  send(:s0, "text")
  say.({:p2, :sys.resume(:s0)})
  say.(:p2_end)
end)
send(p1, :go)
send(p2, :go)
Process.sleep(100)
f = fn f -> receive do m -> IO.inspect(m); f.(f) after 0 -> :ok end end
f.(f)
