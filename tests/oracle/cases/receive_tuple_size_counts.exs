# A tuple pattern matches tuples of its own size only; an empty list is not an empty tuple.
defmodule Main do
  def main do
    for message <- [{:a}, {:a, 1, 2}, [], {}, {:a, 1}], do: send(self(), message)
    receive do {:a, _} = message -> IO.inspect(message) end
    receive do {} = message -> IO.inspect(message) end
    receive do [] = message -> IO.inspect(message) end
    IO.inspect(Process.info(self(), :messages))
  end
end

Main.main()
