# Fields of maps in functions that a comprehension defines.
defmodule G do
  for n <- [1, 2] do
    def unquote(:"get#{n}")(m), do: {unquote(n), m.a}
  end

  for n <- [1, 2] do
    def unquote(:"call#{n}")(m) do
      x = unquote(n)
      {x, m.a}
    end
  end
end
IO.inspect(G.get1(%{a: 5}))
IO.inspect(G.call1(%{a: 5}))
