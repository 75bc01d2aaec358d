defmodule Store.Stock do
  use Agent

  def start_link(stock), do: Agent.start_link(fn -> stock end, name: __MODULE__)
  def take, do: Agent.get_and_update(__MODULE__, &{1, &1 - 1})
  def left, do: Agent.get(__MODULE__, & &1)
end
