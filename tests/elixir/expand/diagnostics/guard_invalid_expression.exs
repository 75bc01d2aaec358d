defmodule A do
  defguard is_big(x) when Enum.count(x) > 1
end
