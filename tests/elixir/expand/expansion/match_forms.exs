{a, [b | c], %{d: d}} = {1, [2, 3, 4], %{d: 5, e: 6}}
IO.inspect({a, b, c, d})
"pre" <> rest = "prefix"
IO.puts(rest)
<<x::8, y::binary-size(2), z::binary>> = "abcdef"
IO.inspect({x, y, z})
[h | _] = 'abc'
IO.inspect(h)
%{list: [first | _]} = %{list: [9, 8]}
IO.inspect(first)
{:ok, val} = {:ok, _} = {:ok, 3}
IO.inspect(val)
IO.inspect(match?({:ok, _}, {:ok, 1}))
IO.inspect(match?({:ok, v} when v > 1, {:ok, 1}))
destructure([p, q, r], [1, 2])
IO.inspect({p, q, r})
[1, 2] ++ tail = [1, 2, 3]
IO.inspect(tail)
first..last = 1..5
IO.inspect({first, last})
<<n, name::binary-size(n), _::binary>> = <<3, "abcdef">>
IO.inspect(name)
