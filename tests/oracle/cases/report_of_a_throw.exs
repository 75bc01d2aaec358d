# A throw that nobody catches is reported as the error it becomes.
defmodule Main do
  def main do
    spawn(fn -> throw({:ball, 1}) end)
    Process.sleep(100)
    IO.puts("goes on")
  end
end

Main.main()
