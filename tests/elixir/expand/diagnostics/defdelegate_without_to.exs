defmodule A do
  defdelegate f(x), []
end
