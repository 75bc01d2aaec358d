defmodule M do
  defmacro unless2(c, do: b, else: e) do
    quote do
      if unquote(c), do: unquote(e), else: unquote(b)
    end
  end
  defmacro twice(e) do
    quote do
      a = unquote(e)
      a + a
    end
  end
  defmacro def_get(name, value) do
    quote do
      def unquote(name)(), do: unquote(value)
    end
  end
  defmacro log(expr) do
    s = Macro.to_string(expr)
    quote do
      r = unquote(expr)
      IO.puts(unquote(s) <> " = " <> inspect(r))
      r
    end
  end
  defmacro vars do
    quote do
      var!(injected) = 42
    end
  end
  defmacro repeat(n, do: block) do
    quote bind_quoted: [n: n], unquote: true do
      for _ <- 1..n, do: unquote(block)
    end
  end
end
defmodule Use do
  import M
  require M
  def_get(:answer, 42)
  def_get :other, [1, 2]
  def run do
    a = 5
    IO.inspect(twice(a + 1))
    IO.inspect(a)
    IO.inspect(unless2 false do :no else :yes end)
    log(1 + 2 * 3)
    vars()
    IO.inspect(injected)
    repeat 2 do
      IO.puts("hey")
    end
    M.twice(IO.inspect(1))
  end
end
Use.run()
IO.inspect({Use.answer(), Use.other()})
