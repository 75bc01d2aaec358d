# A call that times out, and the reply that comes too late
#
# The caller waits 100 ms for work that takes 250 ms. Its call exits with :timeout; the server knows nothing of
# it and works on. The late reply is dropped, and the next call waits for the end of work that nobody wants.
#
# Try: simulator diagram late_reply.exs -o late_reply.png
# view_at: 200ms

defmodule Server do
  use GenServer

  @impl true
  def init(_), do: {:ok, 0}

  @impl true
  def handle_call(:report, _from, done) do
    Process.sleep(250)
    IO.puts("#{now()} ms: the report is done")
    {:reply, "the report", done + 1}
  end

  def handle_call(:count, _from, done) do
    Process.sleep(10)
    {:reply, done, done}
  end

  def now, do: System.monotonic_time(:millisecond)
end

{:ok, server} = GenServer.start_link(Server, nil)

try do
  text = GenServer.call(server, :report, 100)
  IO.puts("#{Server.now()} ms: got #{text}")
catch
  :exit, {reason, _call} -> IO.inspect(reason, label: "#{Server.now()} ms: the call exits")
end

count = GenServer.call(server, :count, 1000)
IO.puts("#{Server.now()} ms: reports done: #{count}")
IO.inspect(Process.info(self(), :message_queue_len), label: "the caller's mailbox")
