# The echo process: every message goes back to its sender
#
# The smallest server there is: a loop, a message with the pid of its sender, an answer. It serves one message
# after the other, 10 ms each; the third client waits for the first two.
#
# halt: false
#
# Try: simulator run echo_process.exs --timestamps

defmodule Echo do
  def loop do
    receive do
      {sender, text} ->
        Process.sleep(10)
        send(sender, {:echo, text})
        loop()
    end
  end

  def client(server, number) do
    send(server, {self(), "hello #{number}"})

    receive do
      {:echo, text} -> IO.puts("#{System.monotonic_time(:millisecond)} ms: #{text}")
    end
  end
end

server = spawn(&Echo.loop/0)
for number <- 1..3, do: spawn(Echo, :client, [server, number])
