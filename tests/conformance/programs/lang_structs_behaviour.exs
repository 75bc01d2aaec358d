# Structs with functions, update, pattern matching in heads, to map, from map.
defmodule Order do
  @enforce_keys [:id]
  defstruct id: nil, items: [], status: :new

  def add(%Order{status: :new, items: items} = o, item), do: {:ok, %Order{o | items: [item | items]}}
  def add(%Order{status: s}, _), do: {:error, {:closed, s}}
  def close(%__MODULE__{} = o), do: %{o | status: :closed}
  def new(id), do: %Order{id: id}
end

o = Order.new(1)
{:ok, o} = Order.add(o, :pen)
IO.inspect(o)
IO.inspect(Order.add(Order.close(o), :ink))
IO.inspect(Map.from_struct(o))
IO.inspect(o.__struct__)
IO.inspect(is_struct(o) and is_struct(o, Order) and is_map(o))
IO.inspect(struct(o, status: :sent, nope: 1))
IO.inspect(Map.keys(o))
%{status: status} = o
IO.inspect(status)
IO.inspect(match?(%{__struct__: Order}, o))
IO.inspect(Order.__struct__())
