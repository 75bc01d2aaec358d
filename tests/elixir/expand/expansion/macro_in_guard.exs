defmodule Mg do
  defmacro is_pos(x), do: quote(do: is_integer(unquote(x)) and unquote(x) > 0)
end
defmodule UseMg do
  import Mg
  def f(x) when is_pos(x), do: :pos
  def f(_), do: :no
end
IO.inspect({UseMg.f(1), UseMg.f(-1)})
