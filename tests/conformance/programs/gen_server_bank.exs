# Transfers between account servers.
defmodule Account do
  use GenServer, restart: :temporary
  def start_link({name, balance}), do: GenServer.start_link(__MODULE__, balance, name: name)
  def balance(name), do: GenServer.call(name, :balance)
  def deposit(name, n), do: GenServer.call(name, {:deposit, n})
  def withdraw(name, n), do: GenServer.call(name, {:withdraw, n})

  def transfer(from, to, n) do
    with {:ok, _} <- withdraw(from, n), {:ok, _} <- deposit(to, n) do
      :ok
    end
  end

  def init(balance), do: {:ok, balance}
  def handle_call(:balance, _, b), do: {:reply, b, b}
  def handle_call({:deposit, n}, _, b) when n > 0, do: {:reply, {:ok, b + n}, b + n}
  def handle_call({:deposit, n}, _, b), do: {:reply, {:error, {:bad_amount, n}}, b}
  def handle_call({:withdraw, n}, _, b) when n > b, do: {:reply, {:error, :insufficient_funds}, b}
  def handle_call({:withdraw, n}, _, b), do: {:reply, {:ok, b - n}, b - n}
end

Account.start_link({:alice, 100})
Account.start_link({:bob, 10})
IO.inspect(Account.transfer(:alice, :bob, 30))
IO.inspect(Account.transfer(:bob, :alice, 300))
IO.inspect(Account.deposit(:bob, -5))
IO.inspect({Account.balance(:alice), Account.balance(:bob)})
IO.inspect(Account.child_spec({:x, 1}))
