# The program ends when its main process does, well; what others would have said later is lost.
defmodule Main do
  def main do
    spawn(fn -> Process.sleep(300); IO.puts("too late") end)
    IO.puts("done")
  end
end

Main.main()
