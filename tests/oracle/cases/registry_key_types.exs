# Keys are told apart as terms are: an integer is no float, an atom no string; any term can be one.
defmodule Main do
  def main do
    {:ok, _} = Registry.start_link(keys: :unique, name: Names)
    keys = [1, 1.0, "1", :a, "a", nil, true, {1, 2}, [1], %{a: 1}, []]
    for key <- keys, do: {:ok, _} = Registry.register(Names, key, key)
    IO.inspect(Registry.keys(Names, self()))
    IO.inspect(for key <- keys, [{_, value}] = Registry.lookup(Names, key), do: value === key)
  end
end

Main.main()
