# Identity: who a process is, and whether it is alive
#
# The sleeper lives for one second: asked at 0 ms it is alive, asked at 1100 ms it is not. Its pid stays valid
# as a value, and no other process will ever get it.
#
# halt: false
#
# Try: simulator run identity.exs --timestamps

IO.puts("I am #{inspect(self())}")
sleeper = fn -> Process.sleep(1000) end

pid = spawn(sleeper)
IO.inspect(Process.alive?(pid), label: "#{inspect(pid)} alive at 0 ms")

Process.sleep(1100)
IO.inspect(Process.alive?(pid), label: "#{inspect(pid)} alive at 1100 ms")
IO.puts("The next process is #{inspect(spawn(sleeper))}")
