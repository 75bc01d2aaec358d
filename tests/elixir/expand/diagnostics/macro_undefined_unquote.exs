defmodule M do
  defmacro m(x) do
    quote do: unquote(y)
  end
end
