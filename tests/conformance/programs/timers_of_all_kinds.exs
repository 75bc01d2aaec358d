# Timers: servers that tick, cancelled, read, asynchronous, of the module :timer, to names and to the dead.
defmodule Tick do
  use GenServer
  def init(n), do: {:ok, n, {:continue, :go}}
  def handle_continue(:go, n) do
    Process.send_after(self(), :tick, 10)
    {:noreply, n}
  end
  def handle_info(:tick, 3) do
    {:stop, :normal, 3}
  end
  def handle_info(:tick, n) do
    IO.puts("tick #{n}")
    Process.send_after(self(), :tick, 10)
    {:noreply, n + 1}
  end
  def handle_info(:timeout, n) do
    IO.puts("idle")
    {:noreply, n, :hibernate}
  end
end
{:ok, p} = GenServer.start(Tick, 0)
r = Process.monitor(p)
receive do {:DOWN, ^r, _, _, why} -> IO.inspect(why) end
t = Process.send_after(self(), :a, 100)
IO.inspect(Process.read_timer(t) in 95..100)
IO.inspect(Process.cancel_timer(t) in 95..100)
IO.inspect({Process.cancel_timer(t), Process.read_timer(t)})
t = Process.send_after(self(), :b, 0)
Process.sleep(2)
IO.inspect({Process.cancel_timer(t), receive(do: (x -> x))})
t = Process.send_after(self(), :c, 100)
IO.inspect(Process.cancel_timer(t, async: true, info: false))
t = Process.send_after(self(), :c, 100)
IO.inspect(Process.cancel_timer(t, async: true))
receive do {:cancel_timer, ^t, left} -> IO.inspect(left in 95..100) end
r = :erlang.start_timer(5, self(), :msg)
receive do {:timeout, ^r, m} -> IO.inspect(m) end
{:ok, i} = :timer.send_interval(10, :int)
for _ <- 1..3, do: receive(do: (x -> IO.inspect(x)))
IO.inspect(:timer.cancel(i))
receive do x -> IO.inspect(x) after 25 -> IO.puts("quiet") end
{:ok, _} = :timer.apply_after(5, IO, :puts, ["applied"])
Process.sleep(10)
{us, v} = :timer.tc(fn -> Process.sleep(20); :v end)
IO.inspect({us >= 20000, v})
IO.inspect({:timer.seconds(2), :timer.minutes(1), :timer.hours(1), :timer.hms(1, 1, 1)})
Process.register(self(), :me)
Process.send_after(:me, :named, 3)
receive do x -> IO.inspect(x) end
Process.send_after(:nobody, :lost, 3)
q = spawn(fn -> :ok end)
Process.send_after(q, :dead, 3)
receive do x -> IO.inspect(x) after 10 -> IO.puts("none") end
receive do
  :never -> 1
after
  5 -> IO.puts("after 5")
end
IO.inspect(try do Process.send_after(self(), :x, -1) rescue e in ArgumentError -> e.message end)
{:ok, k} = :timer.kill_after(5, spawn(fn -> Process.sleep(:infinity) end))
IO.inspect(is_tuple(k))
pid = spawn(fn -> Process.sleep(:infinity) end)
m = Process.monitor(pid)
:timer.exit_after(5, pid, :timed)
receive do {:DOWN, ^m, _, _, w} -> IO.inspect(w) end
