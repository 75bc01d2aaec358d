ExUnit.start(seed: 0)

defmodule FirstTest do
  use ExUnit.Case

  test "fails in the first" do
    assert :first == :x
  end
end

defmodule AsyncTest do
  use ExUnit.Case, async: true

  test "fails beside others", context do
    assert context.async
    assert :async == :x
  end
end

defmodule SecondTest do
  use ExUnit.Case

  test "fails in the second" do
    assert :second == :x
  end
end

defmodule InvalidTest do
  use ExUnit.Case

  setup_all do
    {:error, :no_database}
  end

  test "one" do
    assert true
  end

  test "two" do
    assert true
  end
end

defmodule EmptyTest do
  use ExUnit.Case
end

IO.puts("defined")
