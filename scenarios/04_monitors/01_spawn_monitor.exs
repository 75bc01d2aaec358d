# spawn_monitor: watching a process without being drawn into its end
#
# The worker crashes at 1000 ms. The main process is not linked to it and does not die: it gets one message,
# {:DOWN, ref, :process, pid, reason}. The reference tells this monitor from all others.
#
# Try: simulator diagram spawn_monitor.exs -o spawn_monitor.png

defmodule Watcher do
  def watch(function) do
    {pid, ref} = spawn_monitor(function)

    receive do
      {:DOWN, ^ref, :process, ^pid, :normal} -> IO.puts("#{inspect(pid)} finished at #{now()} ms")
      {:DOWN, ^ref, :process, ^pid, {error, _stack}} -> IO.inspect(error, label: "#{inspect(pid)} died at #{now()} ms")
    end
  end

  defp now, do: System.monotonic_time(:millisecond)
end

Watcher.watch(fn ->
  Process.sleep(1000)
  raise "Oops"
end)
