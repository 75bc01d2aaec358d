# FizzBuzz in three ways.
defmodule FizzBuzz do
  def with_cond(n) do
    cond do
      rem(n, 15) == 0 -> "FizzBuzz"
      rem(n, 3) == 0 -> "Fizz"
      rem(n, 5) == 0 -> "Buzz"
      true -> n
    end
  end

  def with_case(n) do
    case {rem(n, 3), rem(n, 5)} do
      {0, 0} -> "FizzBuzz"
      {0, _} -> "Fizz"
      {_, 0} -> "Buzz"
      _ -> n
    end
  end

  def with_clauses(n), do: go(n, rem(n, 3), rem(n, 5))
  defp go(_, 0, 0), do: "FizzBuzz"
  defp go(_, 0, _), do: "Fizz"
  defp go(_, _, 0), do: "Buzz"
  defp go(n, _, _), do: n
end

for f <- [&FizzBuzz.with_cond/1, &FizzBuzz.with_case/1, &FizzBuzz.with_clauses/1] do
  IO.puts(Enum.map_join(1..15, " ", f))
end
