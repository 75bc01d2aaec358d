defmodule StoreTest do
  use ExUnit.Case

  test "there is something to take" do
    before = Store.Stock.left()
    assert Store.take() == 1
    assert Store.Stock.left() == before - 1
  end

  test "there is never too much" do
    assert Store.Stock.left() > 5
  end
end
