# The operator | where no list, map or type is.
defmodule A do
  @behaviour GenServer
  @impl| true
  def init(x), do: {:ok, x}
end
