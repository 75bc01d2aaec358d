# A bank account as a process.
defmodule Account do
  def open(balance), do: spawn(__MODULE__, :loop, [balance, []])

  def loop(balance, history) do
    receive do
      {:deposit, amount, from} when amount > 0 ->
        send(from, {:ok, balance + amount})
        loop(balance + amount, [{:deposit, amount} | history])

      {:withdraw, amount, from} when amount <= balance ->
        send(from, {:ok, balance - amount})
        loop(balance - amount, [{:withdraw, amount} | history])

      {:withdraw, amount, from} ->
        send(from, {:error, {:insufficient_funds, amount - balance}})
        loop(balance, history)

      {:history, from} ->
        send(from, Enum.reverse(history))
        loop(balance, history)
    end
  end

  def ask(pid, message) do
    send(pid, message)

    receive do
      answer -> answer
    end
  end
end

account = Account.open(100)
IO.inspect(Account.ask(account, {:deposit, 50, self()}))
IO.inspect(Account.ask(account, {:withdraw, 500, self()}))
IO.inspect(Account.ask(account, {:withdraw, 120, self()}))
IO.inspect(Account.ask(account, {:history, self()}))
