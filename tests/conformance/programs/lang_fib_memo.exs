# Fibonacci: plain, with tail calls, with a map as memory.
defmodule Fib do
  def plain(n) when n < 2, do: n
  def plain(n), do: plain(n - 1) + plain(n - 2)
  def fast(n), do: fast(n, 0, 1)
  defp fast(0, a, _), do: a
  defp fast(n, a, b), do: fast(n - 1, b, a + b)

  def memo(n), do: memo(n, %{}) |> elem(0)

  defp memo(n, known) when n < 2, do: {n, known}

  defp memo(n, known) do
    case known do
      %{^n => v} ->
        {v, known}

      _ ->
        {a, known} = memo(n - 1, known)
        {b, known} = memo(n - 2, known)
        {a + b, Map.put(known, n, a + b)}
    end
  end
end

IO.inspect(Enum.map(0..10, &Fib.plain/1), charlists: :as_lists)
IO.inspect(Fib.fast(100))
IO.inspect(Fib.memo(80))
IO.inspect(Fib.fast(1000) |> Integer.digits() |> length())
