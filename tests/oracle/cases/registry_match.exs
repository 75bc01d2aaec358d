# Entries are matched by pattern and guards, counted, and unregistered.
defmodule Main do
  def main do
    {:ok, _} = Registry.start_link(keys: :duplicate, name: Topics)

    for value <- [{1, :x}, {2, :y}, {2, :z}, {3, 3}, :w],
        do: {:ok, _} = Registry.register(Topics, :a, value)

    shown = fn entries -> for {_, value} <- entries, do: value end
    IO.inspect(shown.(Registry.match(Topics, :a, {2, :_})))
    IO.inspect(shown.(Registry.match(Topics, :a, {:"$1", :"$1"})))
    IO.inspect(shown.(Registry.match(Topics, :a, {:"$1", :_}, [{:>, :"$1", 1}])))
    IO.inspect(shown.(Registry.match(Topics, :a, :"$1", [{:is_atom, :"$1"}])))
    IO.inspect(shown.(Registry.match(Topics, :b, :_)))
    IO.inspect(Registry.count_match(Topics, :a, {2, :_}))
    IO.inspect(Registry.unregister_match(Topics, :a, {2, :_}))
    IO.inspect(shown.(Registry.lookup(Topics, :a)))
    IO.inspect(Registry.keys(Topics, self()))
    IO.inspect(Registry.unregister_match(Topics, :a, :_))
    IO.inspect(Registry.keys(Topics, self()))
  end
end

Main.main()
