# A receive that takes anything takes the oldest message.
defmodule Main do
  def main do
    for n <- 1..3, do: send(self(), n)
    for _ <- 1..3, do: (receive do message -> IO.inspect(message) end)
  end
end

Main.main()
