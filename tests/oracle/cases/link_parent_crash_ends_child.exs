# spawn_link binds the child to its parent's end as well.
defmodule Main do
  def main do
    me = self()
    parent = spawn(fn ->
      send(me, spawn_link(fn -> Process.sleep(:infinity) end))
      receive do :die -> exit(:boom) end
    end)
    child = receive do pid when is_pid(pid) -> pid end
    Process.monitor(child)
    send(parent, :die)
    receive do {:DOWN, _, :process, ^child, reason} -> IO.inspect(reason) end
  end
end

Main.main()
