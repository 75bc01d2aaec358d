# KeyError of a struct, with Map.fetch! and the update syntax rescued.
defmodule Point do
  defstruct x: 0, y: 0
  def z(p), do: p.z
  def move(p), do: %{p | z: 1}
  def new, do: %Point{}
end

try do
  Map.fetch!(%{a: 1}, :b)
rescue
  e in KeyError -> IO.puts(Exception.message(e))
end

try do
  Point.move(Point.new())
rescue
  e in KeyError -> IO.inspect({e.key, Exception.message(e)})
end

Point.z(Point.new())
