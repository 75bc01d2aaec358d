defmodule Plain.AccountTest do
  use ExUnit.Case, async: true

  alias Plain.Account

  test "deposits add up" do
    assert Account.new() |> Account.deposit(150) |> Account.deposit(50) |> to_string() == "2 EUR"
  end

  test "the limit is known when it is compiled" do
    assert Account.limit() == 1_000
  end

  test "a deposit is positive" do
    assert_raise ArgumentError, "amount must be positive", fn -> Account.deposit(Account.new(), 0) end
  end
end
