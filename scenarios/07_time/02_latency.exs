# Latency: the same conversation when messages take their time
#
# latency: 50ms
# halt: false
#
# Five questions one by one take 5 x 100 ms. Sent all at once they travel at the same time, and all answers are
# there after 100 ms. In the picture the first half is a staircase, the second a bundle.
#
# Try: simulator run latency.exs --latency none
#      simulator diagram latency.exs --time scale -o latency.png

defmodule Squares do
  def loop do
    receive do
      {:square, caller, n} ->
        send(caller, {:answer, n * n})
        loop()
    end
  end

  def ask(server, n), do: send(server, {:square, self(), n})

  def answer do
    receive do
      {:answer, square} -> square
    end
  end
end

server = spawn(&Squares.loop/0)

for n <- 1..5 do
  Squares.ask(server, n)
  Squares.answer()
end

halfway = System.monotonic_time(:millisecond)
IO.puts("One question after the other: #{halfway} ms")

for n <- 1..5, do: Squares.ask(server, n)
for _ <- 1..5, do: Squares.answer()
IO.puts("All questions at once: #{System.monotonic_time(:millisecond) - halfway} ms")
