ExUnit.start(seed: 0)

defmodule Roman do
  def value("I"), do: 1
  def value("V"), do: 5
  def value("X"), do: 11
end

defmodule GeneratedTest do
  use ExUnit.Case

  @cases [{"I", 1}, {"V", 5}, {"X", 10}]

  for {text, number} <- @cases do
    test "#{text} is #{number}" do
      assert Roman.value(unquote(text)) == unquote(number)
    end
  end

  describe "by size" do
    for n <- 1..3 do
      @n n
      test "#{n} is small" do
        assert @n < 3
      end
    end
  end

  test "all of them, #{length(@cases)}" do
    assert length(@cases) == 3
  end
end
