# Macros: unless of one's own, a macro that makes functions, bind_quoted, hygiene and var!.
defmodule My do
  defmacro my_unless(condition, do: block) do
    quote do
      if unquote(condition), do: nil, else: unquote(block)
    end
  end

  defmacro getter(name, value) do
    quote do
      def unquote(name)(), do: unquote(value)
    end
  end

  defmacro twice(expr) do
    quote bind_quoted: [expr: expr] do
      {expr, expr}
    end
  end

  defmacro hygienic do
    quote do
      x = :inside
      x
    end
  end

  defmacro set_x do
    quote do
      var!(x) = :changed
    end
  end

  defmacro log(expr) do
    text = Macro.to_string(expr)

    quote do
      result = unquote(expr)
      IO.puts(unquote(text) <> " = " <> inspect(result))
      result
    end
  end
end

defmodule User do
  require My
  import My
  getter(:one, 1)
  getter(:list, [1, 2])

  def go do
    x = :outside
    IO.inspect(my_unless(false, do: :done))
    IO.inspect(my_unless(true, do: :done))
    IO.inspect(twice(IO.puts("once")))
    IO.inspect({My.hygienic(), x})
    set_x()
    IO.inspect(x)
    log(1 + 2 * 3)
    log(Enum.map([1], fn a -> a end))
  end
end

IO.inspect({User.one(), User.list()})
User.go()
