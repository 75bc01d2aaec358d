# Macros: quote, unquote, hygiene.
defmodule M do
  defmacro unless2(condition, do: block) do
    quote do
      if !unquote(condition), do: unquote(block)
    end
  end
  defmacro swap(a, b) do
    quote do
      {unquote(b), unquote(a)}
    end
  end
  defmacro hygienic do
    quote do
      x = :inside
      x
    end
  end
  defmacro show(expr) do
    text = Macro.to_string(expr)
    quote do
      IO.puts(unquote(text) <> " = " <> inspect(unquote(expr)))
    end
  end
end
defmodule Main do
  import M

  def run do
    x = :outside
    IO.inspect(unless2(false, do: 5))
    IO.inspect(swap(1, 2))
    IO.inspect({hygienic(), x})
    show(1 + 2 * 3)
    show(Enum.map([1, 2], fn n -> n * 2 end))
  end
end

Main.run()
