# demonitor ends one monitor; the others of the same process stay.
defmodule Main do
  def main do
    pid = spawn(fn -> receive do :die -> exit(:boom) end end)
    first = Process.monitor(pid)
    second = Process.monitor(pid)
    Process.demonitor(first)
    send(pid, :die)
    Process.sleep(20)
    IO.inspect(Process.info(self(), :messages) == {:messages, [{:DOWN, second, :process, pid, :boom}]})
  end
end

Main.main()
