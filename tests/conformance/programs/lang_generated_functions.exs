# Functions made in a loop in a module's body.
defmodule Days do
  for {name, n} <- [monday: 1, tuesday: 2] do
    def number(unquote(name)), do: unquote(n)
    def unquote(:"is_#{name}")(x), do: x == unquote(name)
  end
end
IO.inspect({Days.number(:monday), Days.number(:tuesday), Days.is_monday(:monday), Days.is_tuesday(:monday)})
