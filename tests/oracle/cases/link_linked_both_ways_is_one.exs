# Two processes that link each other have one link, and one EXIT comes of it.
defmodule Main do
  def main do
    Process.flag(:trap_exit, true)
    me = self()
    pid = spawn(fn -> Process.link(me); receive do :die -> exit(:boom) end end)
    Process.link(pid)
    send(pid, :die)
    Process.sleep(20)
    IO.inspect(Process.info(self(), :messages) == {:messages, [{:EXIT, pid, :boom}]})
  end
end

Main.main()
