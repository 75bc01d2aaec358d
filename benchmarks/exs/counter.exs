defmodule Counter do
  def loop(n) do
    receive do
      :add -> loop(n + 1)
      {:get, from} -> send(from, {:count, n})
    end
  end

  def feed(_pid, 0), do: :ok

  def feed(pid, n) do
    send(pid, :add)
    feed(pid, n - 1)
  end

  def main(count) do
    pid = spawn(fn -> loop(0) end)
    feed(pid, count)
    send(pid, {:get, self()})

    receive do
      {:count, ^count} -> :ok
    end
  end
end

[count] = System.argv()
{microseconds, _} = :timer.tc(Counter, :main, [String.to_integer(count)])
IO.puts(microseconds)
