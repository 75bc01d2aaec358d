# A process that traps exits ends the spreading: those behind it live.
defmodule Main do
  def main do
    me = self()
    first = spawn(fn ->
      spawn_link(fn ->
        Process.flag(:trap_exit, true)
        last = spawn_link(fn -> exit(:boom) end)
        receive do {:EXIT, ^last, reason} -> send(me, {:trapped, reason}) end
        Process.sleep(:infinity)
      end)
      Process.sleep(:infinity)
    end)
    receive do {:trapped, reason} -> IO.inspect(reason) end
    Process.sleep(20)
    IO.inspect(Process.alive?(first))
  end
end

Main.main()
