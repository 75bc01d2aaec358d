# Timers with one deadline fire in the order in which they were made.
defmodule Main do
  def main do
    for n <- 1..6, do: Process.send_after(self(), n, 20)
    for _ <- 1..6, do: (receive do message -> IO.inspect(message) end)
  end
end

Main.main()
