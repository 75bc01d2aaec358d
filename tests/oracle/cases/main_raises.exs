# A raise in the main process ends the program with status 1.
defmodule Main do
  def main do
    IO.puts("before")
    raise "oops"
  end
end

Main.main()
