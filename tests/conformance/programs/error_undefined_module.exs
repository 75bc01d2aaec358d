# A call of a module that does not exist.
defmodule Caller do
  def go, do: NoSuchModule.run(1, 2)
end

Caller.go()
