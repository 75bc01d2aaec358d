defmodule B do
  @callback a() :: :ok
end
defmodule A do
  @behaviour B
  @impl B
  def z, do: :ok
  @impl B
  def a, do: :ok
end
