# Each process has a dictionary of its own; a child does not inherit it.
defmodule Main do
  def main do
    me = self()
    Process.put(:key, :mine)
    spawn(fn -> send(me, Process.get(:key, :nothing)) end)
    receive do value -> IO.inspect(value) end
  end
end

Main.main()
