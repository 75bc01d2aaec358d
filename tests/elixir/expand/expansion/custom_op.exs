defmodule Op do
  def a <~> b, do: {a, b}
  defmacro a ~> b, do: quote(do: unquote(b).(unquote(a)))
end
defmodule UseOp do
  import Op
  def run, do: {1 <~> 2, 3 ~> fn x -> x end}
end
IO.inspect(UseOp.run())
