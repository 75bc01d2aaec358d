[1, 2, 3] |> Enum.map(&(&1 * 2)) |> Enum.sum() |> IO.inspect()
f = fn x -> x + 1 end
1 |> f.() |> IO.inspect()
1 |> then(&(&1 + 1)) |> tap(&IO.inspect/1) |> IO.inspect()
"a" |> String.upcase |> IO.puts
{1, 2} |> elem(0) |> IO.inspect
%{a: 1} |> Map.get(:a) |> Kernel.+(1) |> IO.inspect
