# call against cast: what each of them waits for
#
# The server works 100 ms on every request. The three casts return at 0 ms; the call that follows is the fourth
# in the queue: its reply comes at 400 ms. A cast to a dead server is :ok like any other, a call to it exits.
#
# Try: simulator diagram call_and_cast.exs --time scale -o call_and_cast.png

defmodule Server do
  use GenServer

  @impl true
  def init(count), do: {:ok, count}

  @impl true
  def handle_cast({:update, _by}, count) do
    Process.sleep(100)
    {:noreply, count + 1}
  end

  @impl true
  def handle_call(:get_state, _from, count) do
    Process.sleep(100)
    {:reply, count, count}
  end
end

now = fn -> System.monotonic_time(:millisecond) end

{:ok, server} = GenServer.start(Server, 0)
for _ <- 1..3, do: IO.inspect(GenServer.cast(server, {:update, 1}), label: "#{now.()} ms: cast")
count = GenServer.call(server, :get_state)
IO.inspect(count, label: "#{now.()} ms: call, updates that were done")

GenServer.stop(server)
IO.inspect(GenServer.cast(server, {:update, 1}), label: "#{now.()} ms: cast to the dead server")

try do
  GenServer.call(server, :get_state)
catch
  :exit, {reason, _call} -> IO.inspect(reason, label: "#{now.()} ms: call to the dead server")
end
