x = 3
dbg(x + 1)
[1, 2] |> Enum.map(&(&1 + 1)) |> dbg()
