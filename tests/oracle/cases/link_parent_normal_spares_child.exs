# A parent that ends normally leaves its linked child alone.
defmodule Main do
  def main do
    me = self()
    spawn(fn -> send(me, spawn_link(fn -> Process.sleep(:infinity) end)) end)
    child = receive do pid when is_pid(pid) -> pid end
    Process.sleep(20)
    IO.inspect({Process.alive?(child), Process.info(child, :links)})
  end
end

Main.main()
