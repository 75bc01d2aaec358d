# A periodic message that a process sends to itself.
defmodule Ticker do
  def start(parent, count) do
    spawn(fn ->
      schedule()
      loop(parent, count, 0)
    end)
  end

  defp loop(parent, count, count), do: send(parent, {:done, count})

  defp loop(parent, count, n) do
    receive do
      :tick ->
        IO.puts("tick #{n + 1}")
        schedule()
        loop(parent, count, n + 1)
    end
  end

  defp schedule, do: Process.send_after(self(), :tick, 5)
end

Ticker.start(self(), 4)

receive do
  {:done, n} -> IO.puts("#{n} ticks")
end
