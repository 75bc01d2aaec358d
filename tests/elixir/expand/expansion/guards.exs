defmodule G do
  def kind(x) when is_integer(x) and x > 0, do: :pos
  def kind(x) when is_integer(x) when is_float(x), do: :num
  def kind(x) when x in [:a, :b], do: :ab
  def kind(x) when x in 1..10, do: :never
  def kind(x) when is_map(x) and is_map_key(x, :k), do: :k
  def kind(%{v: v} = m) when m.v == 1 and v == 1, do: :v
  def kind(x) when is_struct(x), do: :struct
  def kind(x) when is_nil(x), do: nil
  def kind(x) when not is_binary(x), do: :other
  def kind(x) when byte_size(x) > 3 or x == "hi", do: :bin
  def kind(_), do: :rest
end
for x <- [5, -1, 1.5, :b, %{k: 1}, %{v: 1}, 1..2, nil, {1}, "hello", "hi", "x"], do: IO.inspect(G.kind(x))
