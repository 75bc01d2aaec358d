# The normal end of a linked process has no effect where exits are not trapped.
defmodule Main do
  def main do
    spawn_link(fn -> :ok end)
    receive do message -> IO.inspect(message) after 20 -> IO.puts("nothing") end
  end
end

Main.main()
