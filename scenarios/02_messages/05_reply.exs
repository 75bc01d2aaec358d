# The reply pattern: a question carries the pid of whoever asks
#
# A message does not say who sent it, so the question holds self(). The calculator needs 200 ms for a sum. For
# the second question it has no clause: it reads and drops it, and only the timeout saves the main process from
# waiting for ever.
#
# halt: false
#
# Try: simulator run reply.exs --latency 300ms --timestamps

defmodule Calculator do
  def loop do
    receive do
      {:add, a, b, caller} ->
        Process.sleep(200)
        send(caller, {:result, a + b})
        loop()

      :stop ->
        :ok

      _unknown ->
        loop()
    end
  end

  def answer do
    receive do
      {:result, value} -> IO.puts("Result: #{value}, at #{now()} ms")
    after
      1000 -> IO.puts("Timeout, at #{now()} ms")
    end
  end

  defp now, do: System.monotonic_time(:millisecond)
end

pid = spawn(&Calculator.loop/0)
send(pid, {:add, 5, 3, self()})
Calculator.answer()
send(pid, {:subtract, 5, 3, self()})
Calculator.answer()
send(pid, :stop)
