f = &(&1 * 2)
5 |> f.() |> IO.inspect()
5 |> (fn x -> x + 1 end).() |> IO.inspect()
5 |> (&(&1 + 1)).() |> IO.inspect()
