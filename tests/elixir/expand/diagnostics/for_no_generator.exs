for 1 > 2, do: 1
