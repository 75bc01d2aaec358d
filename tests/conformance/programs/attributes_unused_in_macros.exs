# Attributes that nothing reads: of those that a macro sets nobody is told.
defmodule M do
  defmacro __using__(_), do: (quote do @unused 1 end)
  defmacro blk(do: b), do: b
end
defmodule U do
  use M
  require M
  M.blk do
    @mine 2
  end
end
