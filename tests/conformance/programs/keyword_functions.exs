# The Keyword module.
k = [a: 1, b: 2, a: 3]
IO.inspect({Keyword.get(k, :a), Keyword.get(k, :z, 0), Keyword.fetch(k, :b), Keyword.has_key?(k, :z), Keyword.keys(k), Keyword.values(k)})
IO.inspect({Keyword.put(k, :a, 9), Keyword.delete(k, :a), Keyword.put_new(k, :c, 1), Keyword.take(k, [:b]), Keyword.drop(k, [:b])})
IO.inspect({Keyword.fetch!(k, :b), Keyword.keyword?(k), Keyword.keyword?([1]), Keyword.new(x: 1), Keyword.update(k, :b, 0, &(&1 * 2))})
IO.inspect(Keyword.split(k, [:b]))
IO.inspect(Keyword.validate([a: 1], [:a, b: 2]))
IO.inspect(Keyword.validate([z: 1], [:a]))
IO.inspect(Keyword.equal?([a: 1, b: 2], b: 2, a: 1))
try do
  Keyword.fetch!(k, :zzz)
rescue
  e -> IO.puts(Exception.message(e))
end
