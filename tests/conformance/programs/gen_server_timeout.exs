# Idle timeouts, hibernate, continue, and stopping by a return value.
defmodule Idle do
  use GenServer
  def init(:x), do: {:ok, 0, {:continue, :setup}}

  def handle_continue(:setup, n) do
    IO.puts("setup")
    {:noreply, n, 10}
  end

  def handle_continue({:later, from}, n) do
    GenServer.reply(from, :continued)
    {:noreply, n, 10}
  end

  def handle_call(:ping, _, n), do: {:reply, :pong, n + 1, 10}
  def handle_call(:later, from, n), do: {:noreply, n, {:continue, {:later, from}}}
  def handle_call(:sleepy, _, n), do: {:reply, :ok, n, :hibernate}
  def handle_cast(:bye, n), do: {:stop, {:shutdown, n}, n}

  def handle_info(:timeout, n) do
    IO.puts("idle after #{n}")
    {:noreply, n}
  end
end

{:ok, pid} = GenServer.start(Idle, :x)
IO.inspect(GenServer.call(pid, :ping))
IO.inspect(GenServer.call(pid, :later))
Process.sleep(30)
IO.inspect(GenServer.call(pid, :sleepy))
ref = Process.monitor(pid)
GenServer.cast(pid, :bye)
receive do: ({:DOWN, ^ref, _, _, r} -> IO.inspect(r))
