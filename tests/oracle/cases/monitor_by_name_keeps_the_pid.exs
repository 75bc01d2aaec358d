# A monitor by name watches the process that had the name then, also after it lost it.
defmodule Main do
  def main do
    pid = spawn(fn -> receive do :die -> exit(:boom) end end)
    Process.register(pid, :holder)
    ref = Process.monitor(:holder)
    Process.unregister(:holder)
    send(pid, :die)
    receive do {:DOWN, ^ref, :process, what, reason} -> IO.inspect({what, reason}) end
  end
end

Main.main()
