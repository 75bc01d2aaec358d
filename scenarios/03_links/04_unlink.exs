# Unlinking: the crash of one is no longer the end of the other
#
# Both workers crash at 1000 ms, but the link to one of them was taken away before: it crashes alone. The main
# process traps exits and gets one :EXIT message, not two.
#
# Try: simulator diagram unlink.exs --kind links -o unlink.png

worker = fn ->
  Process.sleep(1000)
  exit(:boom)
end

now = fn -> System.monotonic_time(:millisecond) end

Process.flag(:trap_exit, true)
first = spawn_link(worker)
spawn_link(worker)
IO.inspect(Process.info(self(), :links))
Process.unlink(first)
IO.inspect(Process.info(self(), :links))

for _ <- 1..2 do
  receive do
    {:EXIT, pid, reason} -> IO.inspect(reason, label: "#{inspect(pid)} ended at #{now.()} ms")
  after
    2000 -> IO.puts("Nothing more by #{now.()} ms")
  end
end
