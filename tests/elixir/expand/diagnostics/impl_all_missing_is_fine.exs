defmodule A do
  use GenServer
  def init(x), do: {:ok, x}
  def handle_call(:a, _, s), do: {:reply, 1, s}
end
