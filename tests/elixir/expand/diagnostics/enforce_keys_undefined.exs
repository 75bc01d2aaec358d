defmodule A do
  @enforce_keys [:z]
  defstruct [:a]
end
