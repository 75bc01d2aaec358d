# ranges of very many integers: what needs only some of them, or their ends, does not walk them.
r = 1..1_000_000_000_000
s = 1..Integer.pow(10, 30)//3

for r <- [r, s] do
  IO.inspect({Enum.count(r), Range.size(r), Enum.at(r, 5), Enum.at(r, -1), Enum.fetch(r, 1_000_000), Enum.max(r)})
  IO.inspect({Enum.slice(r, 5, 3), Enum.slice(r, -2, 5), Enum.slice(r, 5..7), Enum.take(r, 3), Enum.take(r, -2)})
  IO.inspect({Enum.min(r), Enum.min_max(r), Enum.sum(r), Enum.empty?(r), Enum.any?(r), Enum.member?(r, 7), 8 in r})
  IO.inspect({Enum.zip(r, [:a, :b]), Enum.zip([:a], r), Enum.zip_with(r, [1, 2], &+/2), Enum.find(r, &(&1 > 50))})
  IO.inspect(Enum.reduce_while(r, 0, fn x, acc -> if x > 50, do: {:halt, acc}, else: {:cont, acc + x} end))
  IO.inspect(r |> Stream.map(&(&1 * 2)) |> Stream.filter(&(rem(&1, 4) == 0)) |> Enum.take(2))
  IO.inspect(r |> Stream.with_index() |> Stream.chunk_every(2) |> Enum.take(2))
  IO.inspect(Enum.take_while(r, &(&1 < 9)))
end

IO.inspect({Enum.fetch(s, Integer.pow(10, 20)), Enum.random(s) in s})
IO.inspect({Enum.slice(10..1//-3, 1..-1), Enum.max(10..1//-3), Enum.min(10..1//-3), Enum.sum(10..1//-3)})
IO.inspect({Enum.at(1..0//1, 0), Enum.fetch(1..3, 3), Enum.fetch(1..3, -4), Enum.count(5..1//2), Enum.sum(1..0//1)})

for f <- [&Enum.max/1, &Enum.min/1, &Enum.min_max/1, &Enum.random/1] do
  try do
    f.(1..0//1)
  rescue
    error -> IO.inspect(error)
  end
end
