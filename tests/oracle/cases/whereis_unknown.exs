# whereis gives nil for a name that nobody has.
defmodule Main do
  def main do
    IO.inspect(Process.whereis(:nobody))
  end
end

Main.main()
