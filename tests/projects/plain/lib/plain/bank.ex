defmodule Plain.Bank do
  use GenServer

  def start_link(opts \\ []), do: GenServer.start_link(__MODULE__, :ok, opts)
  def open(bank, name), do: GenServer.call(bank, {:open, name})
  def deposit(bank, name, cents), do: GenServer.call(bank, {:deposit, name, cents})
  def balance(bank, name), do: GenServer.call(bank, {:balance, name}, 100)

  @impl true
  def init(:ok), do: {:ok, %{}}

  @impl true
  def handle_call({:open, name}, _from, accounts) do
    {:reply, :ok, Map.put_new(accounts, name, Plain.Account.new())}
  end

  def handle_call({:deposit, name, cents}, _from, accounts) do
    {:reply, :ok, Map.update!(accounts, name, &Plain.Account.deposit(&1, cents))}
  end

  def handle_call({:balance, :slow}, from, accounts) do
    Process.send_after(self(), {:answer, from}, 5_000)
    {:noreply, accounts}
  end

  def handle_call({:balance, name}, _from, accounts) do
    {:reply, to_string(accounts[name] || %Plain.Money{}), accounts}
  end

  @impl true
  def handle_info({:answer, from}, accounts) do
    GenServer.reply(from, :late)
    {:noreply, accounts}
  end
end
