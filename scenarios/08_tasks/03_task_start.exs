# Task.start: fire and forget
#
# The main process ends at 10 ms and waits for neither e-mail. The first is sent at 300 ms; the second crashes
# at 100 ms, and nobody but the log hears of it.
#
# halt: false
#
# Try: simulator run task_start.exs --halt
#      simulator diagram task_start.exs -o task_start.png

defmodule Mail do
  def send_to(address) do
    Process.sleep(100)
    unless address =~ "@", do: raise(ArgumentError, "no address: #{address}")
    Process.sleep(200)
    IO.puts("#{System.monotonic_time(:millisecond)} ms: sent to #{address}")
  end
end

Task.start(fn -> Mail.send_to("alice@example.com") end)
Task.start(fn -> Mail.send_to("bob") end)
Process.sleep(10)
IO.puts("#{System.monotonic_time(:millisecond)} ms: the main process is done")
