# The game of life on a small board.
defmodule Life do
  def step(cells) do
    cells
    |> Enum.flat_map(&neighbours/1)
    |> Enum.frequencies()
    |> Enum.filter(fn {cell, n} -> n == 3 or (n == 2 and cell in cells) end)
    |> MapSet.new(&elem(&1, 0))
  end

  defp neighbours({x, y}), do: for(dx <- -1..1, dy <- -1..1, {dx, dy} != {0, 0}, do: {x + dx, y + dy})

  def show(cells) do
    for y <- 0..4 do
      for(x <- 0..4, into: "", do: if({x, y} in cells, do: "#", else: "."))
    end
    |> Enum.each(&IO.puts/1)

    IO.puts("")
  end
end

glider = MapSet.new([{1, 0}, {2, 1}, {0, 2}, {1, 2}, {2, 2}])
Stream.iterate(glider, &Life.step/1) |> Enum.take(3) |> Enum.each(&Life.show/1)
