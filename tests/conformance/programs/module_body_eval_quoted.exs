# Code.eval_quoted in the __ENV__ of the module whose body calls it, also from a closure of a hook.
defmodule M do
  defmacro __using__(_) do
    quote do
      @defs []
      import M
      @before_compile M
    end
  end
  defmacro dm({n, m, a}, do: b) do
    quote bind_quoted: [d: Macro.escape({n, m, a}), b: Macro.escape(b)] do
      @defs [{d, [do: b]} | @defs]
    end
  end
  defmacro __before_compile__(_) do
    quote do
      @defs |> Enum.reverse() |> Enum.map(fn {c, e} -> Code.eval_quoted({:def, [], [c, e]}, [], __ENV__) end)
    end
  end
end
defmodule U do
  use M
  dm foo(a, b) do
    a + b
  end
  dm bar(x) do
    foo(x, 1)
  end
  Code.eval_quoted(quote(do: def(baz, do: @defs)), [], __ENV__)
end
IO.inspect({U.foo(1, 2), U.bar(3), length(U.baz())})
