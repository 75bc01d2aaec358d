defmodule H do
  defmacro set do
    quote do
      x = 100
      x
    end
  end
  defmacro get_x, do: quote(do: var!(x))
  defmacro swap(a, b) do
    quote do
      tmp = unquote(a)
      {unquote(b), tmp}
    end
  end
  defmacro my_if(c, do: t, else: e) do
    quote do
      case unquote(c) do
        x when x in [false, nil] -> unquote(e)
        _ -> unquote(t)
      end
    end
  end
  def helper(x), do: x * 10
  defmacro call_helper(x) do
    quote do: H.helper(unquote(x))
  end
  defmacro mod, do: __MODULE__
  defmacro caller, do: __CALLER__.module
  defmacro assert_eq(a, b) do
    code = Macro.to_string(quote do: unquote(a) == unquote(b))
    quote do
      if unquote(a) == unquote(b), do: IO.puts("ok " <> unquote(code)), else: IO.puts("fail")
    end
  end
end
defmodule UseH do
  require H
  import H
  def run do
    x = 1
    set()
    IO.inspect(x)
    IO.inspect(get_x())
    tmp = 5
    IO.inspect(swap(tmp, 6))
    IO.inspect(my_if(x == 1, do: x, else: :no))
    IO.inspect(call_helper(2))
    IO.inspect(mod())
    IO.inspect(caller())
    assert_eq(1 + 1, 2)
  end
end
UseH.run()
