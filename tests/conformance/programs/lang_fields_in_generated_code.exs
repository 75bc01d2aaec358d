# Fields, private calls and tests in code that is generated in a loop.
ExUnit.start(seed: 0)

defmodule Generated do
  for {name, by} <- [double: 2, triple: 3] do
    def unquote(name)(point) do
      moved = %{point | x: point.x * unquote(by)}
      {moved.x, moved.y, moved |> Map.get(:y)}
    end

    defp unquote(:"#{name}_private")(m), do: m.module.name
    def unquote(:"#{name}_public")(m), do: unquote(:"#{name}_private")(m)
  end

  @fields [:a, :b]
  Enum.each(@fields, fn field ->
    def get(map, unquote(field)), do: map.unquote(field)
  end)
end

IO.inspect(Generated.double(%{x: 1, y: 2}))
IO.inspect(Generated.triple(%{x: 1, y: 2}))
IO.inspect(Generated.triple_public(%{module: %{name: :deep}}))
IO.inspect({Generated.get(%{a: 1}, :a), Generated.get(%{b: 2}, :b)})

defmodule GeneratedTest do
  use ExUnit.Case
  setup do: {:ok, conn: %{status: 200}}

  for code <- [200, 201] do
    @tag code: code
    test "status #{code}", context do
      assert context.conn.status <= context.code
      assert context.code == unquote(code)
    end
  end
end
