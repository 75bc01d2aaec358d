# A timer fires although the process that made it has ended.
defmodule Main do
  def main do
    me = self()
    {_, ref} = spawn_monitor(fn -> Process.send_after(me, :alarm, 30) end)
    receive do {:DOWN, ^ref, _, _, reason} -> IO.inspect(reason) end
    receive do message -> IO.inspect(message) after 100 -> IO.puts("nothing") end
  end
end

Main.main()
