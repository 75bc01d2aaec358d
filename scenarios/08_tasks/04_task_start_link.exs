# Task.start_link: a crash that its parent cannot miss
#
# The same crash twice. The first parent dies of it at 100 ms, in the middle of its own work. The second traps
# exits: it is told with {:EXIT, pid, reason}, and does the work itself, until 500 ms.
#
# Try: simulator diagram task_start_link.exs -o task_start_link.png

defmodule Parent do
  def run(trap) do
    Process.flag(:trap_exit, trap)
    {:ok, task} = Task.start_link(&critical_work/0)

    receive do
      {:EXIT, ^task, {error, _stacktrace}} -> IO.inspect(error, label: "#{now()} ms: told of the crash")
    after
      200 -> IO.puts("#{now()} ms: told of no crash")
    end

    Process.sleep(300)
    IO.puts("#{now()} ms: did the work")
  end

  def watch(trap) do
    {pid, ref} = spawn_monitor(__MODULE__, :run, [trap])

    receive do
      {:DOWN, ^ref, _, ^pid, {error, _stacktrace}} -> IO.inspect(error, label: "#{now()} ms: the parent ended")
      {:DOWN, ^ref, _, ^pid, reason} -> IO.inspect(reason, label: "#{now()} ms: the parent ended")
    end
  end

  defp now, do: System.monotonic_time(:millisecond)

  defp critical_work do
    Process.sleep(100)
    raise "disk full"
  end
end

for trap <- [false, true], do: Parent.watch(trap)
