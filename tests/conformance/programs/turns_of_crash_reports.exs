# How many turns others get between a crash and the exit signal: OTP asks whoever is linked for its report.
defmodule Ticks do
  def loop(c, n), do: if(n > 0, do: (:counters.add(c, 1, 1); :erlang.yield(); loop(c, n - 1)))
  def turns(f, setup \\ fn -> nil end) do
    me = self()
    c = :counters.new(1, [])
    {worker, ref} = spawn_monitor(fn ->
      x = setup.()
      receive do :go -> :ok end
      a = :counters.get(c, 1)
      result = try do if is_function(f, 1), do: f.(x), else: f.() catch kind, _ -> kind end
      b = :counters.get(c, 1)
      send(me, {:turns, b - a, result})
    end)
    ticker = spawn(fn -> receive do :go -> loop(c, 60) end end)
    Process.sleep(20)
    send(ticker, :go)
    send(worker, :go)
    receive do {:turns, n, _} -> receive do {:DOWN, ^ref, _, _, _} -> n end end
  end
end

defmodule S do
  use GenServer
  def init({:stop, r}), do: {:stop, r}
  def init(x), do: {:ok, x}
  def handle_cast({:stop, r}, s), do: {:stop, r, s}
  def handle_cast({:link, p}, s), do: Process.link(p) && {:noreply, s}
end
# The crash is that of a server which the worker is linked to: how often it has its turn before it is gone.
defmodule Gone do
  def steps(traps, links, how) do
    me = self()
    Process.sleep(5)
    c = :counters.new(1, [])
    p = spawn(fn ->
      Process.flag(:trap_exit, traps)
      others = for _ <- 1..links//1, do: spawn_link(fn -> Process.sleep(:infinity) end)
      how.(others)
      loop(c, 40)
    end)
    r = Process.monitor(p)
    receive do {:DOWN, ^r, _, _, reason} -> send(me, {:n, :counters.get(c, 1), reason}) end
    receive do {:n, n, reason} -> {n, reason} end
  end
  def loop(c, n), do: if(n > 0, do: (:counters.add(c, 1, 1); :erlang.yield(); loop(c, n - 1)))
end
start = fn -> {:ok, s} = GenServer.start_link(S, 1); s end
hows = [
  cast_stop: fn _ -> GenServer.cast(start.(), {:stop, :odd}) end,
  cast_normal: fn _ -> GenServer.cast(start.(), {:stop, :normal}) end,
  cast_shutdown: fn _ -> GenServer.cast(start.(), {:stop, :shutdown}) end,
  init_stop: fn _ -> GenServer.start_link(S, {:stop, :odd}) end,
  linked_more: fn others -> s = start.(); for o <- others, do: GenServer.cast(s, {:link, o}); GenServer.cast(s, {:stop, :odd}) end,
  task_exit: fn _ -> Task.async(fn -> exit(:odd) end) end,
  task_shutdown: fn _ -> Task.async(fn -> exit(:shutdown) end) end,
  agent: fn _ -> {:ok, a} = Agent.start_link(fn -> 1 end); Agent.cast(a, fn _ -> exit(:odd) end) end,
]
run = fn -> for {name, how} <- hows, traps <- [false, true], links <- [0, 1, 3], do: {name, traps, links, Gone.steps(traps, links, how)} end
run.()
for {name, traps, links, found} <- run.(), do: IO.puts("#{name} #{traps} #{links} #{inspect(found)}")
