m = %{:a => %{b: [1, 2]}, "k" => 1}
IO.inspect(m[:a][:b])
IO.inspect(put_in(m.a.b, 5))
IO.inspect(put_in(m[:a][:c], 6))
IO.inspect(update_in(m.a.b, &[0 | &1]))
IO.inspect(get_in(m, [:a, :b]))
IO.inspect(pop_in(m[:a][:b]))
IO.inspect(get_and_update_in(m.a.b, &{hd(&1), tl(&1)}))
IO.inspect(put_in(m, [:a, :z], 1))
IO.inspect(put_in(m["k"], 7))
kw = [x: 1]
IO.inspect(update_in(kw[:x], &(&1 + 1)))
users = %{"j" => %{age: 1}}
IO.inspect(update_in(users["j"].age, &(&1 + 1)))
IO.inspect(put_in(users["z"], %{age: 2}))
IO.inspect(get_in(users, ["j", :age]))
IO.inspect(pop_in(users["j"]))
