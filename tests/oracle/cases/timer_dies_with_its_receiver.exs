# A timer for a pid is gone when that process ends; one for a dead pid never is.
defmodule Main do
  def main do
    {pid, monitor} = spawn_monitor(fn -> receive do :stop -> :ok end end)
    ref = Process.send_after(pid, :alarm, 10_000)
    IO.inspect(Process.read_timer(ref) in 9_900..10_000)
    send(pid, :stop)
    receive do {:DOWN, ^monitor, _, _, _} -> :ok end
    IO.inspect({Process.read_timer(ref), Process.cancel_timer(ref)})
    late = Process.send_after(pid, :alarm, 10_000)
    IO.inspect({is_reference(late), Process.read_timer(late), Process.cancel_timer(late)})
  end
end

Main.main()
