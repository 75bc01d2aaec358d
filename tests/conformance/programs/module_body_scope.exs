# A module in a match, whose struct is made of fields that a macro gathers in a scope of its own.
defmodule TT do
  @attrs [:f, :g]
  defmacro ts(do: block) do
    ast = quote do
      Enum.each(unquote(@attrs), fn attr ->
        Module.register_attribute(__MODULE__, attr, accumulate: true)
      end)
      Module.put_attribute(__MODULE__, :enf?, true)
      import TT
      unquote(block)
      @enforce_keys @g
      defstruct @f
    end
    quote do
      (fn -> unquote(ast) end).()
    end
  end
  defmacro field(n, d) do
    quote bind_quoted: [n: n, d: d] do
      TT.__f__(n, d, __ENV__)
    end
  end
  def __f__(n, d, %Macro.Env{module: m}), do: Module.put_attribute(m, :f, {n, d})
end
defmodule Outer do
  {:module, name, _b, _} =
    defmodule T do
      import TT
      ts do
        field :a, 1
        field :b, 2
      end
      def keys, do: @enforce_keys
    end
  @n name
  def n, do: @n
end
IO.inspect({Outer.T.__struct__(), Outer.n(), Outer.T.keys()})
