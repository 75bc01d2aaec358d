# A lock as a process; it is given on when its holder dies.
defmodule Lock do
  def start, do: spawn(&free/0)

  def acquire(lock) do
    send(lock, {:acquire, self()})
    receive do: ({:granted, ^lock} -> :ok)
  end

  def release(lock), do: send(lock, {:release, self()})

  defp free do
    receive do
      {:acquire, pid} ->
        ref = Process.monitor(pid)
        send(pid, {:granted, self()})
        held(pid, ref)
    end
  end

  defp held(pid, ref) do
    receive do
      {:release, ^pid} ->
        Process.demonitor(ref, [:flush])
        free()

      {:DOWN, ^ref, :process, ^pid, reason} ->
        IO.puts("holder died: #{inspect(reason)}")
        free()
    end
  end
end

lock = Lock.start()
me = self()

for n <- 1..3 do
  spawn(fn ->
    Lock.acquire(lock)
    IO.puts("#{n} in")
    Process.sleep(5)
    if n == 2, do: exit(:oops)
    IO.puts("#{n} out")
    Lock.release(lock)
    send(me, :done)
  end)
end

for _ <- 1..2, do: receive(do: (:done -> :ok))
IO.puts("end")
