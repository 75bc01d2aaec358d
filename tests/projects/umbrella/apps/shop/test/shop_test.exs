defmodule ShopTest do
  use ExUnit.Case

  test "prices come from the other application's macros" do
    assert Shop.apples(3) == "90 cents"
  end

  test "both applications run" do
    Shop.sell()
    assert Shop.sold() == 1
    assert {:store, _, _} = List.keyfind(Application.started_applications(), :store, 0)
  end
end
