# Nested maps and lists of maps, the way data comes.
users = [
  %{name: "Ann", age: 31, address: %{city: "Oslo", tags: ["a", "b"]}},
  %{name: "Bob", age: 25, address: %{city: "Rome", tags: []}},
  %{name: "Cid", age: 42, address: %{city: "Oslo", tags: ["c"]}}
]

IO.inspect(Enum.map(users, & &1.address.city))
IO.inspect(Enum.group_by(users, & &1.address.city, & &1.name))
IO.inspect(Enum.max_by(users, & &1.age).name)
IO.inspect(Enum.sort_by(users, & &1.age, :desc) |> Enum.map(& &1[:name]))
IO.inspect(get_in(users, [Access.at(0), :address, :tags, Access.at(1)]))
IO.inspect(get_in(users, [Access.all(), :age]))
users = update_in(users, [Access.filter(&(&1.age > 30)), :age], &(&1 + 1))
IO.inspect(Enum.map(users, & &1.age))
%{address: %{city: city}} = hd(users)
IO.puts(city)
IO.inspect(users, width: 60)
data = %{list: [1, 2, %{deep: :value}], nested: %{a: %{b: %{c: 1}}}}
IO.inspect(put_in(data.nested.a.b.c, 2).nested)
IO.inspect(pop_in(data, [:nested, :a, :b]))
IO.inspect(update_in(data[:list], &length/1).list)
IO.inspect(get_in(data, [:nope, :deeper]))
