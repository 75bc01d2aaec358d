# A local function that a module does not have.
defmodule Local do
  def run(x), do: helper(x, 1)
  defp helper(x), do: x
end
