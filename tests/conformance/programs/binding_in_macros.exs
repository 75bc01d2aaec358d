# Arguments of a macro, named by binding(), do not count its caller.
defmodule A do
  defmacrop error(flags, result, context \\ nil) do
    quote bind_quoted: binding() do
      {flags, result, context}
    end
  end
  def go, do: error(1, 2)
  def go2, do: error(1, 2, 3)
end
IO.inspect A.go
IO.inspect A.go2
