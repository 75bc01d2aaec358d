# The DOWN of a process that was monitored by its name tells {name, node}, not the pid.
defmodule Main do
  def main do
    pid = spawn(fn -> receive do :die -> exit(:boom) end end)
    Process.register(pid, :holder)
    ref = Process.monitor(:holder)
    send(:holder, :die)
    receive do {:DOWN, ^ref, kind, what, reason} -> IO.inspect({kind, what, reason}) end
  end
end

Main.main()
