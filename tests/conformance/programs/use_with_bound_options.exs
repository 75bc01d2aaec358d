# What a macro defines with unquote in its body alone keeps the macro's own variables and aliases.
defmodule Options do
  defmodule Inner do
    def value, do: 7
  end

  defmacro __using__(opts) do
    quote location: :keep, bind_quoted: [opts: opts] do
      for {name, value} <- opts do
        def unquote(name)(x), do: {x, unquote(value), Inner.value()}
      end

      def last(x) do
        taken = {x, unquote(Macro.escape(opts))}
        {taken, unquote(length(opts)), Inner.value()}
      end
    end
  end
end

defmodule Used do
  use Options, a: 1, b: 2
end

IO.inspect({Used.a(3), Used.b(4), Used.last(5)})
