defmodule Es do
  @data %{a: [1, {2, 3, 4}], b: "x"}
  for {k, v} <- @data do
    def get(unquote(k)), do: unquote(Macro.escape(v))
  end
end
IO.inspect({Es.get(:a), Es.get(:b)})
