# Timers of all kinds against each other: send_after, intervals, cancellation, ticks that are late, debouncing, apply_after.
defmodule Tick do
  use GenServer
  def init(ms), do: (t = Process.send_after(self(), :tick, ms); {:ok, %{ms: ms, n: 0, t: t}})
  def handle_info(:tick, %{n: 3} = s), do: (IO.puts("stop"); {:stop, :normal, s})
  def handle_info(:tick, s) do
    IO.puts("tick #{s.n}")
    {:noreply, %{s | n: s.n + 1, t: Process.send_after(self(), :tick, s.ms)}}
  end
  def handle_call(:left, _, s), do: {:reply, Process.read_timer(s.t) in 0..20, s}
  def handle_call(:reset, _, s) do
    Process.cancel_timer(s.t)
    {:reply, :ok, %{s | t: Process.send_after(self(), :tick, s.ms)}}
  end
end
{:ok, p} = GenServer.start_link(Tick, 20)
Process.sleep(10)
IO.inspect(GenServer.call(p, :left))
for _ <- 1..3, do: (Process.sleep(15); GenServer.call(p, :reset))
Process.sleep(120)
IO.inspect(Process.alive?(p))
me = self()
{:ok, i} = :timer.send_interval(50, :int)
Process.sleep(175)
:timer.cancel(i)
Process.sleep(60)
flush = fn f, n -> receive do :int -> f.(f, n + 1) after 0 -> n end end
IO.inspect(flush.(flush, 0))
{:ok, _} = :timer.apply_after(5, Kernel, :send, [me, :applied])
IO.inspect(receive do m -> m after 50 -> :none end)
{:ok, t} = :timer.send_after(20, :never)
IO.inspect(:timer.cancel(t))
r = Process.send_after(me, :x, 5)
Process.sleep(10)
IO.inspect(Process.cancel_timer(r))
IO.inspect(receive do :x -> :was_there after 0 -> :no end)
q = spawn(fn -> receive do m -> send(me, {:q, m}) after 15 -> send(me, :q_timeout) end end)
Process.send_after(q, :late, 30)
IO.inspect(receive do m -> m end)
{:ok, k} = :timer.kill_after(10, spawn(fn -> Process.sleep(:infinity) end))
IO.inspect(elem(k, 0) in [:once, :send_local, :instant])
{:ok, _} = :timer.exit_after(5, q2 = spawn(fn -> Process.flag(:trap_exit, true); receive do {:EXIT, _, r} -> send(me, {:trapped, r}) end end), :why)
IO.inspect(receive do m -> m end)
IO.inspect(is_pid(q2))
ref = :erlang.start_timer(5, self(), :payload)
IO.inspect(receive do {:timeout, ^ref, p} -> p end)
for ms <- [15, 5, 10], do: Process.send_after(me, {:at, ms}, ms)
IO.inspect(for _ <- 1..3, do: (receive do {:at, ms} -> ms end))
IO.inspect(:timer.tc(fn -> Process.sleep(20) end) |> elem(0) |> Kernel.>=(20_000))
