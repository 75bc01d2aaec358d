ExUnit.start(autorun: false, seed: 0)

defmodule RunTest do
  use ExUnit.Case

  test "a", do: :ok

  test "b", do: flunk()
end

IO.inspect(ExUnit.run())
IO.puts("after")
