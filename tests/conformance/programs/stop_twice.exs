# Two processes stop one server: who comes second hears that it ended before it was asked.
defmodule S do
  use GenServer
  def init(o), do: {:ok, o}
  def handle_cast({:nap, ms}, o), do: (Process.sleep(ms); {:noreply, o})
  def handle_cast({:stop, why}, o), do: {:stop, why, o}
  def terminate(why, o), do: (IO.puts("terminate #{inspect(why)}"); if(o[:slow], do: Process.sleep(o[:slow])))
end

hidden = fn x -> inspect(x) |> String.replace(~r/#PID<[\d.]+>/, "PID") end
stopped = fn fun -> try do fun.() catch :exit, reason -> {:exit, reason} end end

{:ok, a} = GenServer.start(S, slow: 40)
me = self()
spawn(fn -> send(me, hidden.({:first, stopped.(fn -> GenServer.stop(a) end)})) end)
spawn(fn -> Process.sleep(10); send(me, hidden.({:second, stopped.(fn -> GenServer.stop(a) end)})) end)
spawn(fn -> Process.sleep(10); send(me, hidden.({:third, stopped.(fn -> GenServer.stop(a, :other, 100) end)})) end)
spawn(fn -> Process.sleep(10); send(me, hidden.({:fourth, stopped.(fn -> GenServer.stop(a, :normal, 10) end)})) end)
spawn(fn -> Process.sleep(10); send(me, hidden.({:fifth, stopped.(fn -> :gen_server.stop(a) end)})) end)
(for _ <- 1..5, do: receive(do: (x -> x)))
|> Enum.sort()
|> Enum.each(&IO.puts/1)

# it ends by itself, for several reasons, before it looks at the request
for why <- [:normal, :shutdown, {:shutdown, 1}] do
  {:ok, b} = GenServer.start(S, [])
  GenServer.cast(b, {:nap, 10})
  GenServer.cast(b, {:stop, why})
  IO.puts(hidden.(stopped.(fn -> GenServer.stop(b) end)))
  {:ok, b} = GenServer.start(S, [])
  GenServer.cast(b, {:nap, 10})
  GenServer.cast(b, {:stop, why})
  IO.puts(hidden.(stopped.(fn -> GenServer.stop(b, why, 50) end)))
end

# it is killed while it terminates, and before
for ms <- [5, 30] do
  {:ok, c} = GenServer.start(S, slow: 20)
  GenServer.cast(c, {:nap, 10})
  spawn(fn -> Process.sleep(ms - 1); Process.exit(c, :kill) end)
  IO.puts(hidden.(stopped.(fn -> GenServer.stop(c) end)))
end

IO.inspect(Process.info(self(), :messages))
