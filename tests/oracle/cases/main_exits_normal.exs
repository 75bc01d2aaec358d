# exit(:normal) in the main process is a good end.
defmodule Main do
  def main do
    IO.puts("before")
    exit(:normal)
  end
end

Main.main()
