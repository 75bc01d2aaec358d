defmodule A do
  use GenServer
  def init(x), do: {:ok, x}
  @impl true
  def handle_call(:a, _, s), do: {:reply, 1, s}
  def handle_cast(:b, s), do: {:noreply, s}
end
