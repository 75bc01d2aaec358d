# get_in, put_in, update_in, pop_in over nested data.
data = %{users: [%{name: "Ada", langs: %{elixir: 3}}, %{name: "Joe", langs: %{erlang: 5}}]}
IO.inspect(get_in(data, [:users, Access.at(0), :name]))
IO.inspect(put_in(data.users, []))
IO.inspect(update_in(data, [:users, Access.all(), :name], &String.upcase/1))
IO.inspect(get_in(data, [:users, Access.all(), :langs]))
IO.inspect(pop_in(data, [:users, Access.at(1)]))
m = %{a: %{b: 1}}
IO.inspect(put_in(m[:a][:c], 2))
IO.inspect(update_in(m.a.b, &(&1 + 1)))
IO.inspect(get_in(%{}, [:x, :y]))
