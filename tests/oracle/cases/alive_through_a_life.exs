# A process is alive from its spawn to the end of its function.
defmodule Main do
  def main do
    pid = spawn(fn -> receive do :stop -> :ok end end)
    fresh = Process.alive?(pid)
    Process.sleep(20)
    waiting = Process.alive?(pid)
    send(pid, :stop)
    due = Process.alive?(pid)
    Process.sleep(20)
    IO.inspect({fresh, waiting, due, Process.alive?(pid), Process.alive?(self())})
  end
end

Main.main()
