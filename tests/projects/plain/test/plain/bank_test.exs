defmodule Plain.BankTest do
  use Plain.BankCase

  describe "an account" do
    setup %{bank: bank} do
      :ok = Bank.open(bank, :ann)
    end

    test "begins with nothing", %{bank: bank} do
      assert Bank.balance(bank, :ann) == "0 EUR"
    end

    test "has what was deposited", %{bank: bank} do
      Bank.deposit(bank, :ann, 300)
      assert Bank.balance(bank, :ann) == "3 EUR"
    end
  end

  test "a slow bank", %{bank: bank} do
    assert {:timeout, _} = catch_exit(Bank.balance(bank, :slow))
  end

  @tag :slow
  test "an hour", %{bank: bank} do
    Process.sleep(2_000)
    assert Process.alive?(bank)
  end
end
