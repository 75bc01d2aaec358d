# The same of a linked child that raises; the child's crash is reported as well.
defmodule Main do
  def main do
    spawn_link(fn -> raise "oops" end)
    Process.sleep(100)
    IO.puts("not reached")
  end
end

Main.main()
