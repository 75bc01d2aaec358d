# A process that answers each alarm with a new one ticks; to stop is not to rearm.
defmodule Main do
  def main do
    Process.send_after(self(), {:tick, 1}, 10)
    loop()
  end

  def loop do
    receive do
      {:tick, 3} -> IO.puts("tick 3, the last")
      {:tick, n} ->
        IO.puts("tick #{n}")
        Process.send_after(self(), {:tick, n + 1}, 10)
        loop()
    after
      200 -> IO.puts("silence")
    end
  end
end

Main.main()
