# Ping-pong: two processes in turn, and what a message costs
#
# Each ping waits for its pong, so only one of the two ever has something to do; the picture is a ladder. It
# takes no time at all, until messages are given a latency.
#
# halt: false
#
# Try: simulator run ping_pong.exs --latency 10ms
#      simulator run ping_pong.exs --latency 5ms..15ms --seed 7

defmodule Ponger do
  def loop do
    receive do
      {:ping, sender, n} ->
        send(sender, {:pong, n})
        loop()

      :stop ->
        :ok
    end
  end
end

pid = spawn(&Ponger.loop/0)

for n <- 1..3 do
  send(pid, {:ping, self(), n})

  receive do
    {:pong, ^n} -> :ok
  end
end

send(pid, :stop)
IO.puts("3 rounds, done at #{System.monotonic_time(:millisecond)} ms")
