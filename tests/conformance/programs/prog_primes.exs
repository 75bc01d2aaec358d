# Primes: a sieve of processes, and a stream.
defmodule Sieve do
  def start(parent), do: spawn_link(fn -> first(parent) end)

  defp first(parent) do
    receive do
      :stop ->
        send(parent, :done)

      p ->
        send(parent, {:prime, p})
        filter(p, start(parent))
    end
  end

  defp filter(p, next) do
    receive do
      :stop ->
        send(next, :stop)

      n ->
        if rem(n, p) != 0, do: send(next, n)
        filter(p, next)
    end
  end
end

s = Sieve.start(self())
for n <- 2..50, do: send(s, n)
send(s, :stop)

collect = fn collect, acc ->
  receive do
    {:prime, p} -> collect.(collect, [p | acc])
    :done -> Enum.reverse(acc)
  end
end

IO.inspect(collect.(collect, []) |> Enum.sort(), charlists: :as_lists)

primes = Stream.iterate(2, &(&1 + 1)) |> Stream.filter(fn n -> Enum.all?(2..max(2, trunc(:math.sqrt(n))), &(&1 == n or rem(n, &1) != 0)) end)
IO.inspect(Enum.take(primes, 10))
