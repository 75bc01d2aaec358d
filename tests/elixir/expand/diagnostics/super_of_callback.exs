defmodule A do
  use GenServer
  def init(x), do: {:ok, x}
  def handle_info(m, s), do: super(m, s)
end
