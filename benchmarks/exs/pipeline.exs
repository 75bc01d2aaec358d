defmodule Pipeline do
  def numbers(count) do
    1..count
    |> Enum.map(&(&1 * 3))
    |> Enum.filter(&(rem(&1, 2) == 0))
    |> Enum.map(fn n -> {rem(n, 100), n} end)
    |> Enum.reduce(0, fn {key, n}, sum -> sum + key + n end)
  end

  def maps(count) do
    Enum.reduce(1..count, %{}, fn n, acc -> Map.update(acc, rem(n, 5000), 1, &(&1 + 1)) end) |> map_size()
  end

  def strings(count) do
    1..count |> Enum.map(fn n -> "item #{n}" end) |> Enum.join(",") |> byte_size()
  end

  def main(count), do: {numbers(count), maps(count), strings(count)}
end

[count] = System.argv()
{microseconds, _} = :timer.tc(Pipeline, :main, [String.to_integer(count)])
IO.puts(microseconds)
