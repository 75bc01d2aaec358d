# Several watchers hear of the end in the order in which they began to watch.
defmodule Main do
  def main do
    me = self()
    pid = spawn(fn -> receive do :die -> exit(:boom) end end)
    watchers = for n <- 1..4 do
      spawn(fn ->
        receive do :watch -> Process.monitor(pid) end
        receive do {:DOWN, _, _, _, _} -> send(me, n) end
      end)
    end
    for n <- [3, 1, 4, 2], do: send(Enum.at(watchers, n - 1), :watch)
    Process.sleep(20)
    send(pid, :die)
    for _ <- 1..4, do: (receive do message -> IO.inspect(message) end)
  end
end

Main.main()
