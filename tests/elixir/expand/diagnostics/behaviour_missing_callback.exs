defmodule B do
  @callback run(integer) :: integer
  @callback stop(integer) :: integer
end
defmodule A do
  @behaviour B
  def run(x), do: x
end
