# State as a struct; use with options; handle_call with guards.
defmodule Cart do
  use GenServer

  defmodule Item do
    defstruct [:name, price: 0, quantity: 1]
  end

  defmodule State do
    defstruct items: %{}, discount: 0
  end

  def init(_), do: {:ok, %State{}}

  def handle_call({:add, %Item{name: name} = item}, _, %State{} = s) do
    items = Map.update(s.items, name, item, fn i -> %Item{i | quantity: i.quantity + item.quantity} end)
    {:reply, map_size(items), %{s | items: items}}
  end

  def handle_call({:discount, d}, _, s) when d in 0..100, do: {:reply, :ok, %{s | discount: d}}
  def handle_call({:discount, _}, _, s), do: {:reply, {:error, :range}, s}

  def handle_call(:total, _, s) do
    sum = s.items |> Map.values() |> Enum.map(&(&1.price * &1.quantity)) |> Enum.sum()
    {:reply, sum * (100 - s.discount) / 100, s}
  end
end

defmodule Main do
  alias Cart.Item

  def run do
    {:ok, c} = GenServer.start_link(Cart, [])
    IO.inspect(GenServer.call(c, {:add, %Item{name: "pen", price: 3}}))
    IO.inspect(GenServer.call(c, {:add, %Item{name: "ink", price: 10, quantity: 2}}))
    IO.inspect(GenServer.call(c, {:add, %Item{name: "pen", price: 3, quantity: 4}}))
    IO.inspect(GenServer.call(c, {:discount, 150}))
    IO.inspect(GenServer.call(c, {:discount, 10}))
    IO.inspect(GenServer.call(c, :total))
    IO.inspect(:sys.get_state(c))
  end
end

Main.run()
