# What init may return, and what its starter gets
#
# {:ok, state}, here after 20 ms; {:ok, state, 50}, for a :timeout if nothing else comes within 50 ms; :ignore;
# {:stop, reason}; a crash. start waits until init has returned, so whoever has {:ok, pid} has a server.
#
# halt: false
#
# Try: simulator diagram init_results.exs -o init_results.png

defmodule Server do
  use GenServer

  @impl true
  def init(:ok) do
    Process.sleep(20)
    {:ok, []}
  end

  def init(:timeout), do: {:ok, [], 50}
  def init(:ignore), do: :ignore
  def init(:stop), do: {:stop, :no_disk}
  def init(:crash), do: raise("no disk")

  @impl true
  def handle_info(message, state) do
    IO.inspect(message, label: "#{System.monotonic_time(:millisecond)} ms: handle_info")
    {:noreply, state}
  end
end

for wish <- [:ok, :timeout, :ignore, :stop, :crash] do
  result =
    case GenServer.start(Server, wish, name: wish) do
      {:error, {exception, _stacktrace}} -> {:error, exception}
      result -> result
    end

  IO.inspect(result, label: "#{System.monotonic_time(:millisecond)} ms: init #{wish}")
  IO.inspect(Process.whereis(wish) != nil, label: "        a server")
end

Process.sleep(100)
