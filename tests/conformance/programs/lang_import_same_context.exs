# Nor can a module be imported there.
defmodule Helper do
  def help, do: :ok
end

import Helper
IO.inspect(help())
