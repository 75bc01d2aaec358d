# More of Keyword and List.keyfind and its like.
k = [a: 1, b: 2, a: 3]
IO.inspect({Keyword.get(k, :a), Keyword.get_values(k, :a), Keyword.fetch(k, :z), Keyword.has_key?(k, :b)})
IO.inspect({Keyword.put(k, :a, 9), Keyword.put_new(k, :c, 1), Keyword.delete(k, :a), Keyword.delete_first(k, :a)})
IO.inspect({Keyword.merge(k, a: 0), Keyword.update(k, :b, 0, &(&1 + 1)), Keyword.pop(k, :a), Keyword.pop_first(k, :a)})
IO.inspect({Keyword.keys(k), Keyword.values(k), Keyword.take(k, [:a]), Keyword.drop(k, [:a]), Keyword.split(k, [:b])})
IO.inspect({Keyword.keyword?(k), Keyword.keyword?([1]), Keyword.new([{:x, 1}]), Keyword.equal?([a: 1, b: 2], b: 2, a: 1)})
IO.inspect({List.keyfind(k, :b, 0), List.keydelete(k, :a, 0), List.keyreplace(k, :b, 0, {:b, 5}), List.keysort([b: 1, a: 2], 0), List.keymember?(k, 3, 1), List.keystore([], :n, 0, {:n, 1}), List.keytake(k, :b, 0)})
IO.inspect(Keyword.filter(k, fn {_, v} -> v > 1 end))
IO.inspect(Keyword.get_and_update(k, :b, &{&1, :new}))
IO.inspect(Keyword.replace(k, :a, :only))
