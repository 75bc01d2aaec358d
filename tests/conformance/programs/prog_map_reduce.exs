# Counting words with one process a chunk.
defmodule WordCount do
  def run(text, chunks) do
    words = text |> String.downcase() |> String.split(~r/\W+/, trim: true)

    words
    |> Enum.chunk_every(div(length(words), chunks) + 1)
    |> Enum.map(&Task.async(fn -> Enum.frequencies(&1) end))
    |> Task.await_many()
    |> Enum.reduce(%{}, &Map.merge(&1, &2, fn _, a, b -> a + b end))
  end
end

text = """
One fish, two fish, red fish, blue fish.
Black fish, blue fish, old fish, new fish.
"""

result = WordCount.run(text, 3)
IO.inspect(result)
for {w, n} <- Enum.sort_by(result, fn {w, n} -> {-n, w} end) |> Enum.take(3), do: IO.puts("#{w}: #{n}")
