# Functions that call themselves, wait at every level, and go on afterwards: deeper than a wait goes through at once.
defmodule Deep do
  def collect(0), do: []

  def collect(n) do
    receive do
      {:item, item} -> [item | collect(n - 1)]
    end
  end

  def countdown(0), do: 0

  def countdown(n) do
    Process.sleep(1)
    1 + countdown(n - 1)
  end

  def raises(0), do: raise("the bottom")

  def raises(n) do
    Process.sleep(0)
    [n | raises(n - 1)]
  end

  def caught(0), do: throw(:bottom)

  def caught(n) do
    Process.sleep(1)

    try do
      caught(n - 1) + 1
    catch
      :bottom when n > 30 -> n
    after
      if n in [33, 17, 16, 1], do: IO.puts("after #{n}")
    end
  end

  def tree(0, path), do: IO.puts(path)

  def tree(n, path) do
    tree(n - 1, path <> "l")
    tree(n - 1, path <> "r")
    :done
  end

  def loop_and_depth(0, acc), do: acc
  def loop_and_depth(n, acc) when rem(n, 2) == 0, do: loop_and_depth(n - 1, acc + 1)

  def loop_and_depth(n, acc) do
    Process.sleep(1)
    loop_and_depth(n - 1, acc) * 1
  end

  def served(n) do
    receive do
      {:ask, from} ->
        send(from, {:level, n})
        [n, served(n + 1)]

      :stop ->
        exit({:stopped, n})
    end
  end
end

defmodule Turns do
  def even(0), do: [:even]

  def even(n) do
    Process.sleep(1)
    [n | odd(n - 1)]
  end

  def odd(0), do: [:odd]

  def odd(n) do
    rest = even(n - 1)
    Process.sleep(0)
    [-n | rest]
  end

  def first(0), do: raise("all three")
  def first(n), do: 1 + second(n)

  def second(n) do
    Process.sleep(0)
    third(n, [1]) * 2
  end

  defp third(n, [_ | _]), do: first(n - 1) * 2
end

me = self()

spawn(fn ->
  for n <- 1..1000 do
    send(me, {:item, n})
    if rem(n, 7) == 0, do: Process.sleep(1)
  end
end)

IO.inspect(Deep.collect(1000) == Enum.to_list(1..1000))
IO.inspect(Deep.countdown(300))

try do
  Deep.raises(100)
rescue
  error -> IO.inspect(error)
end

IO.inspect(Deep.caught(50))
IO.inspect(Deep.tree(3, ""))
IO.inspect(Deep.loop_and_depth(101, 0))

{pid, ref} = spawn_monitor(fn -> Deep.served(1) end)
for _ <- 1..40, do: send(pid, {:ask, self()})
levels = for _ <- 1..40, do: receive(do: ({:level, n} -> n))
IO.inspect(Enum.sum(levels))
send(pid, :stop)

receive do
  {:DOWN, ^ref, _, _, reason} -> IO.inspect(reason)
end

{pid, ref} = spawn_monitor(fn -> Deep.countdown(10_000) end)
Process.sleep(60)
Process.exit(pid, :enough)

receive do
  {:DOWN, ^ref, _, _, reason} -> IO.inspect(reason)
end

IO.inspect({Enum.sum(tl(Enum.reverse(Turns.even(300)))), List.last(Turns.odd(101))})

try do
  Turns.first(60)
rescue
  error -> IO.inspect(error)
end
