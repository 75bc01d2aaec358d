# A match specification selects among all entries, and counts them.
defmodule Main do
  def main do
    {:ok, _} = Registry.start_link(keys: :unique, name: Names)
    for {key, value} <- [a: 1, b: 2, c: 3], do: {:ok, _} = Registry.register(Names, key, value)

    specs = [
      [{{:"$1", :_, :"$2"}, [], [{{:"$2", :"$1"}}]}],
      [{{:"$1", :_, :"$2"}, [{:>=, :"$2", 2}], [:"$1"]}],
      [{{:a, :_, :_}, [], [:first]}, {{:_, :_, 3}, [], [:last]}],
      [{{:"$1", :_, :"$2"}, [{:orelse, {:==, :"$1", :a}, {:==, :"$2", 3}}], [:"$$"]}],
      [{{:"$1", :_, :"$2"}, [{:not, {:==, :"$1", {:const, :a}}}], [{:*, :"$2", 10}]}]
    ]

    for spec <- specs, do: IO.inspect(Enum.sort(Registry.select(Names, spec)))
    IO.inspect(Registry.count_select(Names, [{{:_, :_, :"$1"}, [{:<, :"$1", 3}], [true]}]))
    IO.inspect(Registry.select(Names, [{{:a, :"$1", :_}, [], [:"$_"]}]) == [{:a, {self(), 1}}])
  end
end

Main.main()
