# Protocols: fallbacks, derived implementations, structs without one, consolidation's questions, and implementations for many.
defprotocol Size do
  @doc "How large"
  @fallback_to_any true
  def size(x)
  def both(x, y)
end
defmodule Bag do
  defstruct n: 3
end
defimpl Size, for: [List, Tuple] do
  def size(x), do: {@for, @protocol, :erlang.phash2(x) > 0}
  def both(_, y), do: {:coll, y}
end
defimpl Size, for: Any do
  defmacro __deriving__(module, struct, opts) do
    quote do
      defimpl Size, for: unquote(module) do
        def size(x), do: {:derived, unquote(Macro.escape(struct)).__struct__, unquote(opts), x.items}
        def both(_, _), do: :derived
      end
    end
  end
  def size(x), do: {:any, x}
  def both(_, _), do: :any
end
defmodule Box do
  @derive Size
  defstruct [:items]
end
defprotocol Strict do
  def go(x)
end
defimpl Strict, for: Map do
  def go(_), do: :map
end
IO.inspect(Size.size([1]))
IO.inspect(Size.size({1}))
IO.inspect(Size.size(struct(Box, items: [1])))
IO.inspect(Size.size(struct(Bag)))
IO.inspect(Size.both(5, 6))
IO.inspect(Size.impl_for([]))
IO.inspect(Size.impl_for(struct(Box)))
IO.inspect(Size.impl_for(5))
IO.inspect(Strict.impl_for(5))
IO.inspect(Strict.impl_for(%{}))
IO.inspect(Strict.impl_for(struct(Bag)))
IO.inspect(try do Strict.go(struct(Bag)) rescue e -> Exception.message(e) end)
IO.inspect(try do Strict.go(5) rescue e -> e end)
IO.inspect(try do Strict.impl_for!(:a) rescue e -> Exception.message(e) end)
IO.inspect(Size.__protocol__(:functions))
IO.inspect(Size.__protocol__(:module))
IO.inspect(Size.List.__impl__(:for))
IO.inspect(Size.List.__impl__(:protocol))
IO.inspect(function_exported?(Size, :size, 1))
defimpl String.Chars, for: Bag do
  def to_string(b), do: "bag of #{b.n}"
end
defimpl Enumerable, for: Bag do
  def count(b), do: {:ok, b.n}
  def member?(_, _), do: {:error, __MODULE__}
  def slice(_), do: {:error, __MODULE__}
  def reduce(b, acc, f), do: Enumerable.List.reduce(Enum.to_list(1..b.n), acc, f)
end
defimpl Collectable, for: Bag do
  def into(b), do: {b, fn a, {:cont, x} -> %{a | n: a.n + x}; a, :done -> a; _, :halt -> :ok end}
end
defmodule Later do
  def run do
    IO.puts("#{struct(Bag)}")
    IO.inspect(Enum.map(struct(Bag), & &1 * 2))
    IO.inspect(Enum.count(struct(Bag)))
    IO.inspect(Enum.member?(struct(Bag), 2))
    IO.inspect(Enum.slice(struct(Bag), 1, 1))
    IO.inspect(Enum.zip(struct(Bag), [:a, :b]))
    IO.inspect(Enum.into([1, 2], struct(Bag)))
    IO.inspect(for x <- [5], into: struct(Bag), do: x)
    IO.inspect(for x <- struct(Bag), x > 1, do: x)
  end
end
Later.run()
