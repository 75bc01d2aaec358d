# Hooks of a module: before, after it is compiled, and at each definition; heads without bodies from macros.
defmodule Hook do
  defmacro __before_compile__(env) do
    defs = Module.definitions_in(env.module) |> Enum.sort()
    quote do
      def defs, do: unquote(defs)
    end
  end
  defmacro __after_compile__(env, _b) do
    IO.inspect({:after, env.module, Module.get_attribute(env.module, :keep)})
    nil
  end
  def __on_definition__(env, kind, name, args, _guards, _body) do
    Module.put_attribute(env.module, :seen, {kind, name, length(args)})
  end
end
defmodule U do
  Module.register_attribute(__MODULE__, :seen, accumulate: true)
  @keep 7
  @on_definition Hook
  @before_compile Hook
  @after_compile Hook
  def a(x), do: x
  defp b(x, y), do: {x, y, @keep}
  def c, do: b(1, 2)
  def seen, do: @seen
end
IO.inspect({U.defs(), U.seen(), U.c()})
defmodule Memo do
  defmacro defmemo(call, expr \\ nil) do
    {name, args} = case call do
      {:when, _, [{n, _, a} | _]} -> {n, a}
      {n, _, a} -> {n, a}
    end
    case expr do
      nil -> quote do
        def unquote(call)
      end
      _ -> quote do
        def unquote(call), unquote(expr)
        def unquote(:"#{name}_args")(), do: unquote(length(args))
      end
    end
  end
end
defmodule V do
  import Memo
  defmemo(nothing_do(x))
  defmemo(nothing_do(x) when x == 0, do: 0)
end
IO.inspect(V.nothing_do(0))
