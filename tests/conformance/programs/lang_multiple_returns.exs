# Rebinding, nested destructuring, unused parts, variables in blocks.
{a, {b, [c | d]}, %{e: e}} = {1, {2, [3, 4, 5]}, %{e: 6, f: 7}}
IO.inspect({a, b, c, d, e})
x = 1
x = x + 1
{x, y} = {x * 10, x}
IO.inspect({x, y})
[_, second | _] = 'abc'
IO.inspect(second)
r = if x > 5 do
  z = x * 2
  z + 1
else
  0
end
IO.inspect(r)
v = (
  t = 3
  t * t
)
IO.inspect(v)
%{"k" => k, 1 => one} = %{"k" => :string, 1 => :int}
IO.inspect({k, one})
key = :dynamic
%{^key => val} = %{dynamic: 9}
IO.inspect(val)
<<first::binary-size(1), _::binary>> = "xyz"
IO.inspect(first)
{:ok, n} = {:ok, m} = {:ok, 5}
IO.inspect({n, m})
