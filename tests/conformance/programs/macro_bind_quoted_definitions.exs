# bind_quoted with unquote inside of the definitions.
defmodule M do
  defmacro gen(names) do
    quote bind_quoted: [names: names] do
      for n <- names do
        def unquote(n)(), do: unquote(n)
      end
      def all, do: unquote(names)
    end
  end
  defmacro one(name, val) do
    quote bind_quoted: [name: name, val: val] do
      def unquote(name)(x), do: {x, unquote(Macro.escape(val))}
    end
  end
end
defmodule U do
  require M
  M.gen([:a, :b])
  M.one(:c, %{k: 1})
end
IO.inspect({U.a(), U.b(), U.all(), U.c(3)})
