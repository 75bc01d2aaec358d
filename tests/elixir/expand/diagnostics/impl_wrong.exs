defmodule A do
  use GenServer
  @impl true
  def init(x), do: {:ok, x}
  @impl true
  def handle_foo(x), do: x
end
