# Keyword, Map and Access at their edges: missing and doubled keys, updates by function, nested paths.
defmodule T do
  defmacro t(expr) do
    quote do
      IO.inspect(try do
        unquote(expr)
      rescue
        e -> {e.__struct__, Exception.message(e)}
      catch
        k, v -> {k, v}
      end)
    end
  end
end

defmodule Main do
  import T

  def run do
    k = [a: 1, b: 2, a: 3]
    t Keyword.get_values(k, :a)
    t Keyword.delete(k, :a)
    t Keyword.delete_first(k, :a)
    t Keyword.pop(k, :a)
    t Keyword.pop_first(k, :a)
    t Keyword.pop_values(k, :a)
    t Keyword.pop!(k, :z)
    t Keyword.pop_lazy(k, :z, fn -> 9 end)
    t Keyword.fetch!(k, :z)
    t Keyword.get(k, :z, :d)
    t Keyword.get_lazy(k, :z, fn -> :l end)
    t Keyword.get_and_update(k, :a, fn v -> {v, v + 10} end)
    t Keyword.get_and_update(k, :a, fn _ -> :pop end)
    t Keyword.get_and_update(k, :a, fn v -> v end)
    t Keyword.get_and_update!(k, :z, fn v -> {v, 1} end)
    t Keyword.merge(k, [a: 9, c: 4])
    t Keyword.merge([a: 1, b: 2], [b: 3, c: 4], fn _, x, y -> x + y end)
    t Keyword.merge([a: 1], [{"b", 2}])
    t Keyword.new([{:a, 1}, {:a, 2}])
    t Keyword.new([1])
    t Keyword.put(k, :a, 0)
    t Keyword.put_new(k, :a, 0)
    t Keyword.put_new_lazy(k, :q, fn -> 7 end)
    t Keyword.replace(k, :a, 0)
    t Keyword.replace!(k, :zz, 0)
    t Keyword.replace_lazy(k, :a, &(&1 * 10))
    t Keyword.update(k, :a, 0, &(&1 + 1))
    t Keyword.update!(k, :zz, & &1)
    t Keyword.split(k, [:a])
    t Keyword.take(k, [:b])
    t Keyword.drop(k, [:a])
    t Keyword.filter(k, fn {_, v} -> v > 1 end)
    t Keyword.reject(k, fn {_, v} -> v > 1 end)
    t Keyword.map(k, fn {_, v} -> v * 2 end)
    t Keyword.equal?([a: 1, b: 2], [b: 2, a: 1])
    t Keyword.keyword?([{:a, 1}, {"b", 2}])
    t Keyword.keys([1])
    t Keyword.values(k)
    t Keyword.has_key?(k, :b)
    t Keyword.validate([a: 1], [:a, b: 2])
    t Keyword.validate([a: 1, c: 1], [:a, b: 2])
    t Keyword.validate!([a: 1, c: 1], [:a, b: 2])
    t Keyword.to_list(k)
    t k[:a]
    t k["a"]
    m = %{a: 1, b: %{c: [1, 2, %{d: 3}]}}
    t Map.get_and_update(m, :a, fn _ -> :pop end)
    t Map.get_and_update(m, :a, fn v -> v end)
    t Map.get_and_update!(m, :z, fn v -> {v, v} end)
    t Map.pop!(m, :z)
    t Map.pop_lazy(m, :z, fn -> 5 end)
    t Map.fetch!(m, :z)
    t Map.fetch!(m, "z")
    t Map.update(m, :q, 0, & &1)
    t Map.update!(m, :q, & &1)
    t Map.replace!(m, :q, 1)
    t Map.replace(m, :q, 1)
    t Map.replace_lazy(m, :a, &(&1 + 1))
    t Map.put_new_lazy(m, :a, fn -> raise "no" end)
    t Map.merge(%{a: 1, b: 2}, %{b: 3}, fn k, x, y -> {k, x, y} end)
    t Map.split(m, [:a, :z])
    t Map.take(m, [:a, :z])
    t Map.drop(m, [:a])
    t Map.from_keys([:a, :b], 0)
    t Map.from_struct(1..2)
    t Map.new([{:a, 1}], fn {k, v} -> {v, k} end)
    t Map.new([1, 2])
    t Map.new(5)
    t Map.equal?(%{a: 1}, %{a: 1.0})
    t Map.filter(%{a: 1, b: 2}, fn {_, v} -> v > 1 end)
    t Map.map(%{a: 1}, fn {k, v} -> {k, v} end)
    t Map.to_list(%{b: 1, a: 2})
    t Map.get([a: 1], :a)
    t Map.put(nil, :a, 1)
    t Map.keys(5)
    t get_in(m, [:b, :c, Access.at(2), :d])
    t get_in(m, [:b, :c, Access.at(9), :d])
    t get_in(m, [:b, :z, :d])
    t get_in(nil, [:a])
    t put_in(m, [:b, :c, Access.at(0)], :new)
    t put_in(m.b.c, 5)
    t put_in(m[:q][:r], 5)
    t update_in(m, [:b, :c, Access.all()], fn x -> {x} end)
    t update_in(m.a, &(&1 + 1))
    t pop_in(m, [:b, :c, Access.at(1)])
    t pop_in(m[:b][:c])
    t get_and_update_in(m, [:b, :c, Access.filter(&is_integer/1)], fn x -> {x, x * 10} end)
    t get_in([%{a: 1}, %{a: 2}], [Access.all(), :a])
    t get_in(%{a: {1, 2}}, [:a, Access.elem(1)])
    t put_in(%{a: {1, 2}}, [:a, Access.elem(5)], 0)
    t get_in(%{}, [Access.key(:a, %{}), Access.key(:b, 7)])
    t get_in(%{a: 1}, [Access.key!(:b)])
    t put_in(%{}, [Access.key(:a, %{}), :b], 1)
    t get_in([1, 2, 3, 4], [Access.slice(1..2)])
    t get_in([1, 2, 3], [Access.at(-1)])
    t get_in([1, 2, 3], [Access.at!(7)])
    t get_in(%{a: 1}, [fn :get, d, next -> next.(Map.keys(d)) end])
    t Access.get(5, :a)
    t Access.fetch(%{a: 1}, :a)
    t Access.fetch!([a: 1], :b)
    t Access.pop(%{a: 1}, :a)
    t Access.get_and_update([a: 1], :a, fn _ -> :pop end)
    t (1..3)[:first]
  end
end

Main.run()
