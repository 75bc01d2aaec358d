# The timeout that a callback returned starts again after a system message, and a message takes it away.
defmodule Idle do
  use GenServer
  def init(n), do: (clock(:reset); {:ok, n, 100})
  def handle_call(:silent, _, n), do: {:reply, n, n}
  def handle_cast(:silent, n), do: {:noreply, n + 1}
  def handle_cast({:wait, t}, n), do: {:noreply, n + 1, t}
  def handle_info(:timeout, n), do: (clock("timeout with #{n}"); {:noreply, n})
  def handle_info(other, n), do: (clock("info #{inspect(other)}"); {:noreply, n, 50})
  defp clock(:reset), do: Process.put(:t, System.monotonic_time(:millisecond))
  defp clock(text), do: IO.puts("#{div(System.monotonic_time(:millisecond) - Process.get(:t) + 5, 50) * 50} #{text}")
end

{:ok, pid} = GenServer.start(Idle, 0)
Process.sleep(60)
IO.inspect(:sys.get_state(pid), label: "peek at 60")
Process.sleep(60)
IO.inspect(:sys.replace_state(pid, &(&1 + 1)), label: "replace at 120")
Process.sleep(150)
GenServer.cast(pid, {:wait, 100})
Process.sleep(50)
GenServer.cast(pid, :silent)
Process.sleep(150)
GenServer.cast(pid, {:wait, 100})
Process.sleep(50)
:sys.suspend(pid)
Process.sleep(200)
IO.puts("resume")
:sys.resume(pid)
Process.sleep(150)
GenServer.cast(pid, {:wait, 100})
Process.sleep(50)
IO.inspect(GenServer.call(pid, :silent))
Process.sleep(150)
GenServer.cast(pid, {:wait, :infinity})
IO.inspect(:sys.get_state(pid))
Process.sleep(50)
GenServer.stop(pid)
