# A map pattern matches maps that have its keys, and perhaps more.
defmodule Main do
  def main do
    for map <- [%{b: 1}, %{a: 2, b: 3}, %{}], do: send(self(), map)
    receive do %{a: _} = map -> IO.inspect(map) end
    receive do %{} = map -> IO.inspect(map) end
  end
end

Main.main()
