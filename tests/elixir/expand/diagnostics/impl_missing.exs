defmodule A do
  use GenServer
  @impl true
  def init(x), do: {:ok, x}
  def handle_call(:a, _from, s), do: {:reply, s, s}
end
