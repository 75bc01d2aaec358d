# Long ranges of dates are counted, looked into and cut without being made; a day beyond the calendar; fields that are none.
years = Date.range(~D[0000-01-01], ~D[9999-12-31])
IO.inspect(Enum.count(years))
IO.inspect(Enum.count(Date.range(~D[0000-01-01], ~D[9999-12-31], 7)))
weeks = Date.range(~D[2000-01-01], ~D[9999-12-31], 7)
IO.inspect({Enum.at(weeks, 1000), Enum.slice(weeks, 1000..1001), Enum.take(weeks, -2)})
IO.inspect(for day <- [~D[2000-01-02], ~D[2000-01-08], 5], do: Enum.member?(weeks, day))
back = Date.range(~D[2020-01-03], ~D[2020-01-01], -1)
IO.inspect({Enum.reverse(back), Enum.reverse(back, [1]), Enum.slice(back, -2..-1), Enum.fetch(back, -1)})
IO.inspect({Enum.split(back, 1), Enum.chunk_every(back, 2), Enum.drop(back, 2), Enum.zip(back, 1..2)})

tell = fn function ->
  try do
    function.()
  rescue
    problem -> problem |> Exception.message() |> String.split("\n") |> hd()
  end
end

IO.inspect(tell.(fn -> Date.add(~D[2020-01-01], 1_000_000_000) end))
IO.inspect(tell.(fn -> NaiveDateTime.add(~N[2020-01-01 00:00:00], 1_000_000_000_000_000) end))
IO.inspect(tell.(fn -> Date.range(~D[2020-01-01], ~D[9999-12-31]) |> Enum.map(& &1.year) |> Enum.sum() end))
IO.inspect(for given <- [-1, :a], do: tell.(fn -> :rand.bytes(given) end))
IO.inspect(for size <- [-1, 16_777_216, 1_000_000_000_000], do: tell.(fn -> :erlang.make_tuple(size, 0) end))

defmodule Order do
  defstruct id: nil, items: []
end

defmodule Paid do
  @enforce_keys [:id]
  defstruct id: nil, items: []
end

for module <- [Order, Paid], given <- [5, :a, [1], [{:id, 1, 2}], %{id: 1}, %{1 => 2}, {:a}, "x", 1..2, MapSet.new(id: 4)] do
  IO.inspect(
    {tell.(fn -> module.__struct__(given) end), tell.(fn -> struct!(module, given) end), tell.(fn -> struct(module, given) end)}
  )
end

IO.inspect(List.myers_difference([1, 4, 2, 3], [1, 2, 3, 4]))
IO.inspect(List.myers_difference([1, 2, 3], [4, 5]))
IO.inspect(String.myers_difference("fox hops over the dog", "fox jumps over the lazy cat"))
