# A registry stores something about itself.
defmodule Main do
  def main do
    {:ok, _} = Registry.start_link(keys: :unique, name: Names, meta: [a: 1])
    IO.inspect(Registry.meta(Names, :a))
    IO.inspect(Registry.meta(Names, :b))
    IO.inspect(Registry.put_meta(Names, :b, [2]))
    IO.inspect(Registry.meta(Names, :b))
    IO.inspect(Registry.delete_meta(Names, :b))
    IO.inspect(Registry.meta(Names, :b))
  end
end

Main.main()
