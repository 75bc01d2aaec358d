# spawn_monitor: watching a process without being drawn into its end
#
# The worker crashes at 1000 ms. The main process is not linked to it and does not die: it gets one message,
# {:DOWN, ref, :process, pid, reason}. The reference tells this monitor from all others.
#
# Try: simulator diagram spawn_monitor.exs -o spawn_monitor.png

{pid, ref} =
  spawn_monitor(fn ->
    Process.sleep(1000)
    raise "Oops"
  end)

receive do
  {:DOWN, ^ref, :process, ^pid, :normal} ->
    IO.puts("#{inspect(pid)} finished at #{System.monotonic_time(:millisecond)} ms")

  {:DOWN, ^ref, :process, ^pid, {error, _stacktrace}} ->
    IO.inspect(error, label: "#{inspect(pid)} died at #{System.monotonic_time(:millisecond)} ms")
end
