defmodule Gen do
  defmacro gen(names) do
    for n <- names do
      quote do
        def unquote(n)(x), do: {unquote(n), x}
        def unquote(:"#{n}!")(x), do: {unquote(n), x, :bang}
      end
    end
  end
end
defmodule UseGen do
  require Gen
  Gen.gen([:foo, :bar])
end
IO.inspect({UseGen.foo(1), UseGen.bar!(2)})
