# unquote outside of quote.
defmodule Outside do
  def go(x), do: unquote(x)
end
