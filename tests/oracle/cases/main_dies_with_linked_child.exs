# A linked child's exit ends the main process, and the program with status 1.
defmodule Main do
  def main do
    spawn_link(fn -> exit(:boom) end)
    Process.sleep(100)
    IO.puts("not reached")
  end
end

Main.main()
