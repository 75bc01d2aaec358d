# A crash spreads along links, until somebody traps it.
defmodule Chain do
  def start(0, _), do: receive(do: (:crash -> exit(:bang)))

  def start(n, top) do
    pid = spawn_link(fn -> start(n - 1, top) end)
    send(top, {:child, n, pid})
    Process.sleep(:infinity)
  end
end

Process.flag(:trap_exit, true)
me = self()
top = spawn_link(fn -> Chain.start(3, me) end)

pids =
  for n <- [3, 2, 1] do
    receive do
      {:child, ^n, pid} -> pid
    end
  end

IO.inspect(Enum.map(pids, &Process.alive?/1))
send(List.last(pids), :crash)

receive do
  {:EXIT, ^top, reason} -> IO.inspect({:top, reason})
end

IO.inspect(Enum.map([top | pids], &Process.alive?/1))
