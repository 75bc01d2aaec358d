# Process.flag gives the value that was.
defmodule Main do
  def main do
    IO.inspect(for value <- [true, true, false], do: Process.flag(:trap_exit, value))
  end
end

Main.main()
