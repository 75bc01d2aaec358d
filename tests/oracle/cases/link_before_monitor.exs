# A watcher with a monitor and a link gets the EXIT first, then the DOWN, whichever came first.
defmodule Main do
  def main do
    Process.flag(:trap_exit, true)
    pid = spawn(fn -> receive do :die -> exit(:boom) end end)
    Process.monitor(pid)
    Process.link(pid)
    send(pid, :die)
    Process.sleep(20)
    {:messages, messages} = Process.info(self(), :messages)
    IO.inspect(Enum.map(messages, &elem(&1, 0)))
  end
end

Main.main()
