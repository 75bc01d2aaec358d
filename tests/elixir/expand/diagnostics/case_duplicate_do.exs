case 1, do: (x -> x), else: 2
