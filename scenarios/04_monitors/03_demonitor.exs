# demonitor: to watch no longer, before the end or after it
#
# The first worker is no longer monitored when it ends at 1000 ms: nobody is told. With the second worker the
# main process changes its mind too late. Its DOWN lies in the mailbox, and [:flush] takes it out of there.
#
# Try: simulator diagram demonitor.exs -o demonitor.png

defmodule Watcher do
  def look(patience) do
    receive do
      {:DOWN, _ref, :process, pid, reason} -> IO.inspect(reason, label: "#{now()} ms: #{inspect(pid)} down")
    after
      patience -> IO.puts("#{now()} ms: no DOWN")
    end
  end

  def now, do: System.monotonic_time(:millisecond)
end

worker = fn -> Process.sleep(1000) end

{_pid, ref} = spawn_monitor(worker)
Process.demonitor(ref)
Watcher.look(1500)

{_pid, ref} = spawn_monitor(worker)
Process.sleep(1500)
IO.inspect(Process.info(self(), :message_queue_len), label: "#{Watcher.now()} ms")
Process.demonitor(ref, [:flush])
Watcher.look(0)
