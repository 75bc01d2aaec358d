defmodule Kx do
  import Kernel, except: [+: 2, if: 2]
  def a + b, do: {:plus, a, b}
  defmacro if(c, do: b), do: quote(do: unquote(c) && unquote(b))
  def run, do: 1 + 2
  def k, do: if(true, do: 5)
end
IO.inspect(Kx.run())
