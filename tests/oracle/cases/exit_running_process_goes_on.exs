# A process learns of the death of a linked one at its next turn, not in the middle of this one.
defmodule Main do
  def main do
    me = self()
    spawn_monitor(fn ->
      spawn_link(fn -> send(me, :child); exit(:boom) end)
      send(me, :parent_goes_on)
      :erlang.yield()
      send(me, :parent_after_yield)
    end)
    receive do {:DOWN, _, :process, _, reason} -> IO.inspect(reason) end
    IO.inspect(Process.info(self(), :messages))
  end
end

Main.main()
