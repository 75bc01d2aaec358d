defmodule Fib do
  def fib(n) when n < 2, do: n
  def fib(n), do: fib(n - 1) + fib(n - 2)

  def times(0), do: :ok

  def times(n) do
    fib(22)
    times(n - 1)
  end
end

[count] = System.argv()
{microseconds, _} = :timer.tc(Fib, :times, [String.to_integer(count)])
IO.puts(microseconds)
