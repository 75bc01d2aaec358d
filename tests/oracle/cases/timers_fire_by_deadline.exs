# Timers fire in the order of their deadlines, not of their making.
defmodule Main do
  def main do
    for ms <- [60, 20, 40], do: Process.send_after(self(), ms, ms)
    for _ <- 1..3, do: (receive do ms -> IO.inspect(ms) end)
  end
end

Main.main()
