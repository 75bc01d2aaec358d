# A binary tree of structs: insert, walk, depth, Enumerable by hand.
defmodule Tree do
  defstruct [:value, :left, :right]

  def insert(nil, v), do: %__MODULE__{value: v}
  def insert(%__MODULE__{value: v} = t, v), do: t
  def insert(%__MODULE__{value: x, left: l} = t, v) when v < x, do: %{t | left: insert(l, v)}
  def insert(%__MODULE__{right: r} = t, v), do: %{t | right: insert(r, v)}

  def to_list(nil), do: []
  def to_list(%__MODULE__{value: v, left: l, right: r}), do: to_list(l) ++ [v | to_list(r)]
  def depth(nil), do: 0
  def depth(t), do: 1 + max(depth(t.left), depth(t.right))

  defimpl Enumerable do
    def count(t), do: {:ok, length(Tree.to_list(t))}
    def member?(_, _), do: {:error, __MODULE__}
    def slice(_), do: {:error, __MODULE__}
    def reduce(t, acc, fun), do: Enumerable.List.reduce(Tree.to_list(t), acc, fun)
  end

  defimpl String.Chars do
    def to_string(t), do: "#Tree" <> inspect(Tree.to_list(t))
  end
end

tree = Enum.reduce([5, 2, 8, 1, 9, 3, 5], nil, &Tree.insert(&2, &1))
IO.inspect(Tree.to_list(tree))
IO.inspect(Tree.depth(tree))
IO.puts("#{tree}")
IO.inspect({Enum.count(tree), Enum.sum(tree), 8 in tree, Enum.map(tree, &(&1 * 2))})
IO.inspect(Enum.take(tree, 2))
IO.inspect(for x <- tree, rem(x, 2) == 1, do: x)
IO.inspect(tree.left)
