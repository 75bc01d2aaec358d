# A process that raises is reported; the others go on.
defmodule Main do
  def main do
    spawn(fn -> raise "oops" end)
    Process.sleep(100)
    IO.puts("goes on")
  end
end

Main.main()
