# Monitoring an existing process: it may even be dead already
#
# The worker returns at 1000 ms: a DOWN with the reason :normal. Then the same pid is monitored again, now that
# it names nobody: a DOWN comes at once, with :noproc. So there is no need to ask first who is alive.
#
# Try: simulator run monitor_existing.exs --timestamps

defmodule Watcher do
  def watch(pid) do
    ref = Process.monitor(pid)

    receive do
      {:DOWN, ^ref, :process, ^pid, reason} -> IO.inspect(reason, label: "#{inspect(pid)} down at #{now()} ms")
    after
      2000 -> IO.puts("Timeout at #{now()} ms")
    end
  end

  defp now, do: System.monotonic_time(:millisecond)
end

pid = spawn(fn -> Process.sleep(1000) end)
Watcher.watch(pid)
Watcher.watch(pid)
