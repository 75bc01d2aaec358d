defmodule P do
  defstruct x: 0, y: 0
  defimpl Inspect do
    def inspect(p, _), do: "#P<#{p.x},#{p.y}>"
  end
end
defmodule RunP do
  def run do
    p = %P{x: 1}
    IO.inspect(p)
    IO.inspect(%{p | y: 5})
    try do
      Map.put(p, :z, 1) |> IO.inspect()
      struct!(P, z: 1)
    rescue
      e in KeyError -> IO.puts(Exception.message(e))
    end
    %P{x: x, y: y} = p
    IO.inspect({x, y})
    case p do
      %{__struct__: s} -> IO.inspect(s)
    end
    try do
      %P{%{a: 1} | x: 1}
    rescue
      e -> IO.inspect(e)
    end
  end
end
RunP.run()
