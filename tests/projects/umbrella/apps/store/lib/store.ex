defmodule Store do
  use Application

  @impl true
  def start(_type, stock) do
    Supervisor.start_link([{Store.Stock, stock}], strategy: :one_for_one)
  end

  def take, do: Store.Stock.take()
end
