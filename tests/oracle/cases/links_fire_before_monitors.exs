# All links of a dying process fire before any of its monitors.
defmodule Main do
  def main do
    me = self()
    pid = spawn(fn -> receive do :die -> exit(:boom) end end)
    for {kind, n} <- [monitor: 1, link: 2, monitor: 3] do
      spawn(fn ->
        Process.flag(:trap_exit, true)
        if kind == :link, do: Process.link(pid), else: Process.monitor(pid)
        receive do message -> send(me, {n, elem(message, 0)}) end
      end)
    end
    Process.sleep(20)
    send(pid, :die)
    for _ <- 1..3, do: (receive do message -> IO.inspect(message) end)
  end
end

Main.main()
