# The EXITs of a dying process go out in the order of a tree of pids: of three linked in turn 1, 3, 2.
defmodule Main do
  def main do
    me = self()
    for count <- 2..6 do
      spawn(fn ->
        for n <- 1..count do
          spawn_link(fn ->
            Process.flag(:trap_exit, true)
            receive do {:EXIT, _, _} -> send(me, n) end
          end)
        end
        receive do :die -> exit(:boom) after 20 -> exit(:boom) end
      end)
      Process.sleep(60)
      IO.inspect(for _ <- 1..count, do: (receive do n -> n end))
    end
  end
end

Main.main()
