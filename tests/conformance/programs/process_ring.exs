# A message goes round a ring of processes.
defmodule Ring do
  def start(n) do
    first = self()
    last = Enum.reduce(1..n, first, fn id, next -> spawn(fn -> node(id, next) end) end)
    send(last, {:token, []})

    receive do
      {:token, seen} -> seen
    end
  end

  defp node(id, next) do
    receive do
      {:token, seen} -> send(next, {:token, [id | seen]})
    end
  end
end

IO.inspect(Ring.start(5))
IO.inspect(length(Ring.start(1000)))
