defmodule Shop do
  import Store.Prices, only: [price: 1]

  def apples(count), do: "#{count * price(:apple)} #{Application.fetch_env!(:shop, :currency)}"
  def sold, do: Agent.get(Shop.Counter, & &1)
  def sell, do: Agent.update(Shop.Counter, &(&1 + Store.take()))
end
