# Keys that a struct must be given, known while compiling.
defmodule Must do
  @enforce_keys [:a, :b]
  defstruct [:a, :b, :c]
  def new, do: %Must{c: 1}
end
