# Binaries within binaries, in patterns, generators and where they are built; macros as specifiers.
bin = <<1, 2, 3>>
<<(<<x>>), _::binary>> = bin
IO.inspect(x)
<<(<<a, b>>), c>> = bin
IO.inspect({a, b, c})
IO.inspect(for(<<(<<x>> <- bin)>>, do: x * 2))
IO.inspect(for(<<(<<x, y>> <- <<1, 2, 3, 4>>)>>, do: x * y))
IO.inspect(for(<<(<<a::4, b::4>> <- <<18, 52>>)>>, do: {a, b}))
IO.inspect(for(<<"a", (<<x>> <- "axayb")>>, do: x))
defmodule M do
  defmacro refb_spec, do: quote(do: size(16) - little)
  defmacro wide(n), do: quote(do: size(unquote(n)))
  def f(n), do: <<n::refb_spec()>>
  def g(<<n::refb_spec(), r::binary>>), do: {n, r}
  def h(n), do: <<n::wide(24)>>
end
IO.inspect({M.f(258), M.g(<<1, 2, 3>>), M.h(7)})
x = <<5, 6>>
IO.inspect(<<1, (<<2, 3>>), x::binary, (<<4::4, 5::4>>)>>)
<<h::8, (<<a::4, b::4>>)::bitstring, rest::binary>> = <<1, 0x23, 4>>
IO.inspect({h, a, b, rest})
