ExUnit.start(seed: 0)

defmodule Bank do
  use GenServer

  def start_link(opts), do: GenServer.start_link(__MODULE__, %{}, opts)
  def open(bank, name), do: GenServer.call(bank, {:open, name})
  def balance(bank, name), do: GenServer.call(bank, {:balance, name})
  def transfer(bank, from, to, amount), do: GenServer.call(bank, {:transfer, from, to, amount})
  def deposit(bank, name, amount), do: GenServer.cast(bank, {:deposit, name, amount})

  @impl true
  def init(accounts), do: {:ok, accounts}

  @impl true
  def handle_call({:open, name}, _from, accounts) when is_map_key(accounts, name) do
    {:reply, {:error, :taken}, accounts}
  end

  def handle_call({:open, name}, _from, accounts), do: {:reply, :ok, Map.put(accounts, name, 0)}
  def handle_call({:balance, name}, _from, accounts), do: {:reply, Map.fetch(accounts, name), accounts}

  def handle_call({:transfer, from, to, amount}, _from, accounts) do
    if accounts[from] >= amount do
      {:reply, :ok, accounts |> Map.update!(from, &(&1 - amount)) |> Map.update!(to, &(&1 + amount))}
    else
      {:reply, {:error, :overdrawn}, accounts}
    end
  end

  @impl true
  def handle_cast({:deposit, name, amount}, accounts), do: {:noreply, Map.update!(accounts, name, &(&1 + amount))}
end

defmodule BankTest do
  use ExUnit.Case, async: true

  setup context do
    bank = start_supervised!({Bank, name: context.test})
    for name <- context[:accounts] || [], do: Bank.open(bank, name)
    %{bank: bank}
  end

  test "an account is opened once", %{bank: bank} do
    assert Bank.open(bank, :ada) == :ok
    assert Bank.open(bank, :ada) == {:error, :taken}
    assert {:ok, 0} = Bank.balance(bank, :ada)
    assert :error = Bank.balance(bank, :nobody)
  end

  describe "transfer" do
    @describetag accounts: [:ada, :joe]

    setup %{bank: bank} do
      Bank.deposit(bank, :ada, 100)
    end

    test "moves money", %{bank: bank} do
      assert :ok == Bank.transfer(bank, :ada, :joe, 30)
      assert Enum.map([:ada, :joe], &Bank.balance(bank, &1)) == [ok: 70, ok: 30]
    end

    test "not more than there is", %{bank: bank} do
      assert {:error, :overdrawn} = Bank.transfer(bank, :joe, :ada, 1)
    end

    test "a wrong expectation", %{bank: bank} do
      Bank.transfer(bank, :ada, :joe, 30)
      assert Bank.balance(bank, :joe) == {:ok, 40}
    end
  end

  test "it crashes with its test", %{bank: bank} do
    ref = Process.monitor(bank)
    Bank.deposit(bank, :nobody, 1)
    assert_receive {:DOWN, ^ref, :process, ^bank, {{:badkey, :nobody}, _stack}}
  end
end
