defmodule B do
  @callback a() :: :ok
  @callback b() :: :ok
  @optional_callbacks b: 0
end
defmodule A do
  @behaviour B
  @impl true
  def a, do: :ok
end
