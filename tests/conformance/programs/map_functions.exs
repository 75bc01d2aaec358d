# The Map module.
m = %{a: 1, b: 2}
IO.inspect({Map.get(m, :a), Map.get(m, :z), Map.get(m, :z, 0), Map.fetch(m, :a), Map.fetch(m, :z), Map.has_key?(m, :b)})
IO.inspect({Map.put(m, :c, 3), Map.put_new(m, :a, 9), Map.delete(m, :a), Map.drop(m, [:a, :x]), Map.take(m, [:b])})
IO.inspect({Map.update(m, :a, 0, &(&1 + 10)), Map.update(m, :z, 0, &(&1 + 10)), Map.update!(m, :a, &(-&1))})
IO.inspect({Map.keys(m), Map.values(m), Map.to_list(m)})
IO.inspect(Map.merge(m, %{b: 20, c: 30}))
IO.inspect(Map.merge(m, %{b: 20}, fn _k, a, b -> a + b end))
IO.inspect({Map.pop(m, :a), Map.pop(m, :z, :none), Map.split(m, [:a])})
IO.inspect({Map.new(a: 1), Map.equal?(m, %{b: 2, a: 1}), Map.get_and_update(m, :a, &{&1, &1 + 1})})
IO.inspect({Map.filter(m, fn {_, v} -> v > 1 end), Map.reject(m, fn {_, v} -> v > 1 end), Map.get_lazy(m, :q, fn -> :lazy end)})
IO.inspect(Map.replace(m, :a, 5))
IO.inspect(Enum.count(Map.new(1..40, &{&1, &1})))
try do
  Map.update!(m, :z, & &1)
rescue
  e -> IO.puts(Exception.message(e))
end
try do
  Map.put([], :a, 1)
rescue
  e -> IO.puts(Exception.message(e))
end
