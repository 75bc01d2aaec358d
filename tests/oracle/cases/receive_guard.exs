# A guard decides with the values of the message; one that fails skips the message.
defmodule Main do
  def main do
    for n <- [1, -5, 7, 12], do: send(self(), {:n, n})
    receive do {:n, n} when n > 5 -> IO.inspect(n) end
    receive do {:n, n} when n < 0 -> IO.inspect(n) end
    IO.inspect(Process.info(self(), :messages))
  end
end

Main.main()
