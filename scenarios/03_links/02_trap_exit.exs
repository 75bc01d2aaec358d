# Trapping exits: the crash of a linked process arrives as a message
#
# A process that traps exits does not die with those it is linked to: it gets {:EXIT, pid, reason}. The reason
# of a crash is a pair, what was raised and where; of a function that returned it is :normal. Here the main
# process starts a new worker after each crash, as a supervisor does, and the third one gets through.
#
# Try: simulator run trap_exit.exs
#      simulator diagram trap_exit.exs -o trap_exit.png

defmodule Worker do
  def run(attempt) do
    Process.sleep(100)
    if attempt < 3, do: raise("attempt #{attempt} failed")
    IO.puts("Attempt #{attempt} got through")
  end
end

now = fn -> System.monotonic_time(:millisecond) end
Process.flag(:trap_exit, true)

for attempt <- 1..3 do
  pid = spawn_link(Worker, :run, [attempt])

  receive do
    {:EXIT, ^pid, :normal} ->
      IO.puts("#{inspect(pid)} ended normally at #{now.()} ms")

    {:EXIT, ^pid, {error, _stacktrace}} ->
      IO.inspect(error, label: "#{inspect(pid)} crashed at #{now.()} ms")
  end
end
