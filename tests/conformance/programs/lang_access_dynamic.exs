# Access: maps, keyword lists, nil, functions, dynamic modules and fields.
m = %{"s" => 1, a: %{b: [10, 20]}}
IO.inspect({m["s"], m[:a][:b], m[:none], m[:none][:deeper], nil[:x]})
k = [x: 1, y: [z: 2]]
IO.inspect({k[:x], k[:y][:z], k[:nope]})
IO.inspect(m.a.b)
IO.inspect(Access.get(m, :zzz, :default))
IO.inspect(Access.fetch(k, :x))
IO.inspect(get_in(m, [:a, Access.key(:b), Access.at(-1)]))
IO.inspect(get_in(%{l: [1, 2, 3]}, [:l, Access.all()]))
IO.inspect(put_in(%{}, [Access.key(:new, %{}), :inner], 1))
IO.inspect(update_in(%{t: {1, 2}}, [:t, Access.elem(0)], &(&1 + 10)))
IO.inspect(get_and_update_in(%{n: 1}, [:n], &{&1, &1 + 1}))
fun = :upcase
IO.inspect(apply(String, fun, ["x"]))
mod = Enum
IO.inspect(mod.count([1, 2]))
field = :a
IO.inspect(Map.get(m, field).b)
