# receive with a timeout: waiting for one second, and no longer
#
# Nobody sends anything during the first second. The message comes at 1500 ms, into the second receive, which
# had until 2000 ms. The third one has `after 0`: it looks through the mailbox, and does not wait at all.
#
# Try: simulator run receive_timeout.exs --timestamps

defmodule Patience do
  def listen(patience) do
    receive do
      {:hello, text} -> IO.puts("#{now()} ms: #{text}")
    after
      patience -> IO.puts("#{now()} ms: no message within #{patience} ms")
    end
  end

  defp now, do: System.monotonic_time(:millisecond)
end

caller = self()

spawn(fn ->
  Process.sleep(1500)
  send(caller, {:hello, "sorry, I am late"})
end)

Patience.listen(1000)
Patience.listen(1000)
Patience.listen(0)
