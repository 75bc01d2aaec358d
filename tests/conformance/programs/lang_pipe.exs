# The pipe puts its left side first.
"  Hello World  " |> String.trim() |> String.downcase() |> String.split() |> IO.inspect()
[3, 1, 2] |> Enum.sort(:desc) |> Enum.map(&(&1 * 2)) |> Enum.sum() |> IO.puts()
5 |> then(&(&1 + 1)) |> tap(&IO.puts("tapped #{&1}")) |> IO.inspect(label: "end")
add = fn a, b -> a + b end
1 |> add.(2) |> IO.inspect()
