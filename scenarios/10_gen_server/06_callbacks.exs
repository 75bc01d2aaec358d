# The life of a server: continue, timeout, stop, terminate
#
# init returns at once with {:continue, :load}; the first call waits until the data is there, at 200 ms. Every
# callback returns a timeout of 500 ms: nothing comes after 600 ms, so at 1100 ms handle_info gets :timeout and
# stops the server, and terminate runs. It does not when a server is killed, as the second session is.
#
# Try: simulator diagram callbacks.exs -o callbacks.png

defmodule Session do
  use GenServer

  @idle 500

  @impl true
  def init(user) do
    IO.puts("#{now()} ms: init")
    {:ok, {user, nil}, {:continue, :load}}
  end

  @impl true
  def handle_continue(:load, {user, nil}) do
    Process.sleep(200)
    IO.puts("#{now()} ms: handle_continue, loaded")
    {:noreply, {user, "the data"}, @idle}
  end

  @impl true
  def handle_call(:get, _from, {_user, data} = state), do: {:reply, data, state, @idle}

  @impl true
  def handle_info(:timeout, state) do
    IO.puts("#{now()} ms: idle for #{@idle} ms")
    {:stop, :normal, state}
  end

  @impl true
  def terminate(reason, state), do: IO.inspect({reason, state}, label: "#{now()} ms: terminate")

  def now, do: System.monotonic_time(:millisecond)
end

{:ok, session} = GenServer.start(Session, "Alice")
ref = Process.monitor(session)
IO.puts("#{Session.now()} ms: started")

for pause <- [0, 400] do
  Process.sleep(pause)
  answer = GenServer.call(session, :get)
  IO.inspect(answer, label: "#{Session.now()} ms: call")
end

receive do
  {:DOWN, ^ref, _, _, _} -> :ok
end

{:ok, session} = GenServer.start(Session, "Bob")
ref = Process.monitor(session)
Process.sleep(300)
Process.exit(session, :kill)

receive do
  {:DOWN, ^ref, _, _, reason} -> IO.inspect(reason, label: "#{Session.now()} ms: no terminate")
end
