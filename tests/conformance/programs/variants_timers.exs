# Timers and what is received selectively, in many forms.
me = self()
ref = Process.send_after(self(), :late, 50)
IO.inspect(Process.read_timer(ref) in 40..50)
IO.inspect(Process.cancel_timer(ref, async: true, info: true))
receive do {:cancel_timer, ^ref, l} -> IO.inspect(l in 30..50) end
IO.inspect(Process.cancel_timer(ref))
t = :erlang.start_timer(10, self(), :msg)
receive do {:timeout, ^t, m} -> IO.inspect(m) end
{:ok, tr} = :timer.send_interval(10, :tick)
for _ <- 1..3, do: (receive do :tick -> IO.puts("tick") end)
IO.inspect(:timer.cancel(tr))
{:ok, _} = :timer.send_after(5, me, :x)
receive do :x -> IO.puts("x") end
{:ok, _} = :timer.apply_after(5, Kernel, :send, [me, :applied])
receive do :applied -> IO.puts("applied") after 50 -> IO.puts("none") end
IO.inspect(:timer.cancel(:bad))
IO.inspect(:timer.send_after(-5, :x))
IO.inspect(:timer.tc(fn -> Process.sleep(10); :done end) |> elem(1))
p = spawn(fn -> Process.sleep(1000) end)
{:ok, _} = :timer.kill_after(5, p)
Process.sleep(20); IO.inspect(Process.alive?(p))
p = spawn(fn -> Process.sleep(1000) end)
{:ok, _} = :timer.exit_after(5, p, :why)
r = Process.monitor(p)
receive do {:DOWN, ^r, _, _, w} -> IO.inspect(w) end
send(self(), {:a, 1}); send(self(), {:b, 2}); send(self(), {:a, 3})
IO.inspect(receive do {:b, x} -> x end)
IO.inspect(receive do {:a, x} when x > 1 -> x end)
IO.inspect(receive do {:a, x} -> x after 0 -> :none end)
IO.inspect(receive do _ -> 1 after 0 -> :none end)
send(self(), :p1); send(self(), :p2)
IO.inspect(receive do :never -> 1 after 10 -> Process.info(self(), :messages) end)
f = fn f, acc -> receive do x -> f.(f, [x | acc]) after 0 -> acc end end
IO.inspect(f.(f, []))
IO.inspect(try do receive do after :bad -> 1 end rescue e -> e end)
IO.inspect(try do receive do after -1 -> 1 end rescue e -> e end)
IO.inspect(Process.send(self(), :m, [:noconnect])); IO.inspect(Process.send_after(self(), :abs, System.monotonic_time(:millisecond) + 5, abs: true) |> is_reference())
Process.sleep(10); IO.inspect(Process.info(self(), :message_queue_len))
