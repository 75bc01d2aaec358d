defmodule Tree do
  defstruct [:left, :value, :right]
  defimpl Enumerable do
    def count(_), do: {:error, __MODULE__}
    def member?(_, _), do: {:error, __MODULE__}
    def slice(_), do: {:error, __MODULE__}
    def reduce(tree, acc, fun), do: Enumerable.List.reduce(to_list(tree), acc, fun)
    defp to_list(nil), do: []
    defp to_list(%{left: l, value: v, right: r}), do: to_list(l) ++ [v] ++ to_list(r)
  end
  defimpl Collectable do
    def into(tree) do
      {tree, fn
        acc, {:cont, x} -> Tree.insert(acc, x)
        acc, :done -> acc
        _, :halt -> :ok
      end}
    end
  end
  defimpl Inspect do
    import Inspect.Algebra
    def inspect(tree, opts) do
      concat(["#Tree<", to_doc(Enum.to_list(tree), opts), ">"])
    end
  end
  defimpl String.Chars do
    def to_string(tree), do: "tree of " <> Enum.join(tree, ", ")
  end
  def insert(nil, x), do: %Tree{value: x}
  def insert(%Tree{value: nil} = t, x), do: %{t | value: x}
  def insert(%Tree{value: v} = t, x) when x < v, do: %{t | left: insert(t.left, x)}
  def insert(t, x), do: %{t | right: insert(t.right, x)}
end
defmodule User do
  @derive {Inspect, only: [:name]}
  defstruct [:name, :password]
end
defmodule Countdown do
  defstruct [:from]
  defimpl Enumerable do
    def count(%{from: n}), do: {:ok, n}
    def member?(%{from: n}, x), do: {:ok, x in 1..n}
    def slice(_), do: {:error, __MODULE__}
    def reduce(_, {:halt, acc}, _fun), do: {:halted, acc}
    def reduce(c, {:suspend, acc}, fun), do: {:suspended, acc, &reduce(c, &1, fun)}
    def reduce(%{from: 0}, {:cont, acc}, _fun), do: {:done, acc}
    def reduce(%{from: n}, {:cont, acc}, fun), do: reduce(%Countdown{from: n - 1}, fun.(n, acc), fun)
  end
end
t = Enum.into([5, 2, 8, 1], struct(Tree))
c = struct(Countdown, from: 5)
{
  inspect(t), "#{t}", inspect({t, [a: t]}, pretty: true, width: 10), Enum.map(t, &(&1 * 2)), Enum.take(t, 2),
  Enum.count(t), Enum.member?(t, 8), inspect(struct(User, name: "a", password: "x")), Enum.to_list(c), Enum.count(c),
  3 in c, Enum.zip(c, [:a, :b]), c |> Stream.map(&(&1 * 10)) |> Enum.take(2), for(x <- c, x > 2, do: x), inspect(c),
  Enum.join([t, 1], "; "), Enumerable.impl_for(c), Enumerable.impl_for(5), Enumerable.count([1, 2])
}
