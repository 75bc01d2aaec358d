# Pipes over several lines, with captures, anonymous functions and then.
"the quick brown fox jumps over the lazy dog the end"
|> String.split()
|> Enum.frequencies()
|> Enum.sort_by(fn {w, n} -> {-n, w} end)
|> Enum.take(3)
|> Enum.each(fn {w, n} -> IO.puts("#{String.pad_trailing(w, 6)}#{n}") end)

5
|> then(&(&1 * 2))
|> tap(&IO.inspect(&1, label: "tapped"))
|> Kernel.+(1)
|> IO.inspect(label: "result")

add = fn a, b -> a + b end
1 |> add.(2) |> IO.inspect()
[1, 2, 3] |> Enum.map(&Integer.to_string/1) |> Enum.join("-") |> IO.puts()
