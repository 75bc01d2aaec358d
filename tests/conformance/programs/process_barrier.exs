# A barrier: everybody waits for the last one.
defmodule Barrier do
  def start(n), do: spawn(fn -> loop(n, []) end)

  defp loop(n, waiting) when length(waiting) == n do
    for pid <- Enum.reverse(waiting), do: send(pid, :go)
  end

  defp loop(n, waiting) do
    receive do
      {:arrived, pid} -> loop(n, [pid | waiting])
    end
  end
end

barrier = Barrier.start(3)
me = self()

for {name, ms} <- [a: 20, b: 5, c: 10] do
  spawn(fn ->
    Process.sleep(ms)
    IO.puts("#{name} arrives")
    send(barrier, {:arrived, self()})
    receive do: (:go -> IO.puts("#{name} goes"))
    send(me, {:through, name})
  end)
end

for _ <- 1..3, do: receive(do: ({:through, name} -> IO.inspect(name)))
