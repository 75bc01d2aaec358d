# The receive loop: to serve until told to stop
#
# receive takes one message. A process that serves for longer calls its function again, as the last thing it
# does; here :stop ends it. The messages were all sent at 0 ms and wait in the mailbox, 10 ms for each. What is
# sent after :stop is never read.
#
# Try: simulator run receive_loop.exs --timestamps

defmodule Echo do
  def loop do
    receive do
      {:echo, text} ->
        Process.sleep(10)
        IO.puts("Echo: #{text}")
        loop()

      :stop ->
        IO.puts("Stopping")
    end
  end
end

pid = spawn(&Echo.loop/0)
send(pid, {:echo, "hello"})
send(pid, {:echo, "world"})
send(pid, :stop)
send(pid, {:echo, "anybody there?"})
Process.sleep(100)
IO.inspect(Process.alive?(pid), label: "Echo process alive")
