# A struct that is not defined.
defmodule UsesStruct do
  def new, do: %Nowhere{a: 1}
end
