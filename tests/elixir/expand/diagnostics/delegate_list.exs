defmodule A do
  defdelegate [reverse(x), count(x)], to: Enum
end
