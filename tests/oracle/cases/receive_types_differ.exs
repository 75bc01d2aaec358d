# 1 and 1.0, a string and an atom, true and 1 are different messages.
defmodule Main do
  def main do
    for message <- [1.0, "a", true, 1, :a], do: send(self(), message)
    receive do 1 -> IO.puts("integer") end
    receive do :a -> IO.puts("atom") end
    receive do true -> IO.puts("true") end
    IO.inspect(Process.info(self(), :messages))
  end
end

Main.main()
