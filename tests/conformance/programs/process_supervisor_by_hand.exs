# A supervisor by hand: it starts a crashed worker again.
defmodule HandSupervisor do
  def start(limit) do
    spawn(fn ->
      Process.flag(:trap_exit, true)
      loop(spawn_link(&worker/0), limit)
    end)
  end

  defp loop(_, 0), do: IO.puts("giving up")

  defp loop(pid, left) do
    receive do
      {:EXIT, ^pid, reason} ->
        IO.puts("worker ended: #{inspect(reason)}; again")
        loop(spawn_link(&worker/0), left - 1)
    end
  end

  defp worker do
    Process.sleep(5)
    exit(:tired)
  end
end

pid = HandSupervisor.start(3)
ref = Process.monitor(pid)
receive do: ({:DOWN, ^ref, _, _, reason} -> IO.inspect(reason))
