defmodule A do
  def send(x, y), do: {x, y}
end
defmodule C do
  import A
  def g, do: send(1, 2)
end
