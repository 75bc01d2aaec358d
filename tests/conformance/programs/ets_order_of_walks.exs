# Tables that are sets and bags are walked in the order of their buckets, growing or shrinking.
walk = fn t -> Stream.iterate(:ets.first(t), &(&1 != :"$end_of_table" && :ets.next(t, &1))) |> Enum.take_while(& &1 != :"$end_of_table") end
t = :ets.new(:t, [:set])
for k <- ~w(a b c d nil true apple pear zebra)a, do: :ets.insert(t, {k, 1})
IO.inspect walk.(t)
for n <- [256, 257, 300, 513, 1000] do
  t = :ets.new(:t, [:set])
  for k <- 1..n, do: :ets.insert(t, {k, 1})
  IO.inspect({n, walk.(t)}, limit: 40)
  t = :ets.new(:t, [:set])
  :ets.insert(t, for(k <- 1..n, do: {k, 1}))
  IO.inspect({n, walk.(t)}, limit: 40)
end
for kind <- [:bag, :duplicate_bag] do
  t = :ets.new(:t, [kind])
  :ets.insert(t, [{1, :a}, {2, :b}, {1, :c}, {3, :d}, {1, :e}])
  IO.inspect :ets.tab2list(t)
  IO.inspect :ets.foldl(fn r, a -> [r | a] end, [], t)
  IO.inspect :ets.foldr(fn r, a -> [r | a] end, [], t)
  IO.inspect :ets.match_object(t, :_)
  IO.inspect :ets.select(t, [{{:"$1", :"$2"}, [], [:"$2"]}])
  IO.inspect :ets.lookup(t, 1)
  IO.inspect walk.(t)
end
t = :ets.new(:t, [:set])
for k <- 1..7, do: :ets.insert(t, {k, 1})
IO.inspect :ets.select(t, [{{:"$1", :_}, [], [:"$1"]}], 3) |> then(fn {l, c} -> {l, elem(:ets.select(c), 0)} end), charlists: :as_lists
IO.inspect :ets.select_reverse(t, [{{:"$1", :_}, [], [:"$1"]}])
IO.inspect :ets.match(t, {:"$1", :_}), charlists: :as_lists
IO.inspect :ets.match_object(t, {:_, 1}, 2) |> elem(0)
IO.inspect :ets.foldr(fn {k, _}, a -> [k | a] end, [], t), charlists: :as_lists
IO.inspect {:ets.first(t), :ets.last(t), :ets.next(t, 3), :ets.prev(t, 3)}
:ets.delete(t, 3); :ets.insert(t, {3, 2}); IO.inspect walk.(t), charlists: :as_lists
IO.inspect :ets.tab2list(t)
t = :ets.new(:t, [:set])
for k <- 1..1000, do: :ets.insert(t, {k, 1})
for k <- 11..1000, do: :ets.delete(t, k)
IO.inspect walk.(t), charlists: :as_lists
t = :ets.new(:t, [:set])
for k <- 1..1000, do: :ets.insert(t, {k, 1})
for k <- 401..1000, do: :ets.delete(t, k)
IO.inspect walk.(t), charlists: :as_lists, limit: 40

for kind <- [:bag, :duplicate_bag] do
  t = :ets.new(:t, [kind])
  for x <- [{1, :a}, {2, :b}, {1, :c}, {3, :d}, {1, :e}], do: :ets.insert(t, x)
  IO.inspect :ets.tab2list(t)
  IO.inspect :ets.foldl(fn r, a -> [r | a] end, [], t)
  IO.inspect :ets.foldr(fn r, a -> [r | a] end, [], t)
  IO.inspect :ets.match_object(t, :_)
  IO.inspect :ets.select(t, [{{:"$1", :"$2"}, [], [:"$2"]}])
  IO.inspect :ets.select(t, [{{1, :"$2"}, [], [:"$2"]}])
  IO.inspect :ets.match(t, {1, :"$2"})
  IO.inspect :ets.match_object(t, {1, :_})
  IO.inspect :ets.lookup(t, 1)
  IO.inspect :ets.take(t, 1)
  :ets.insert(t, [{9, 1}, {9, 2}, {8, 1}, {9, 3}])
  IO.inspect :ets.lookup(t, 9)
  IO.inspect :ets.lookup_element(t, 9, 2)
  IO.inspect :ets.tab2list(t)
end
t = :ets.new(:t, [:set])
:ets.insert(t, [{1, :a}, {1, :b}, {1, :c}])
IO.inspect :ets.tab2list(t)
IO.inspect :ets.insert_new(t, [{2, :a}, {2, :b}])
IO.inspect :ets.tab2list(t)
t = :ets.new(:t, [:ordered_set])
:ets.insert(t, [{1, :a}, {1, :b}, {1.0, :c}])
IO.inspect :ets.tab2list(t)
# collisions in one bucket by list
for n <- [600, 40] do
t = :ets.new(:t, [:set]); t2 = :ets.new(:t, [:set])
:ets.insert(t, for(k <- 1..n, do: {k})); for(k <- 1..n, do: :ets.insert(t2, {k}))
IO.inspect(walk.(t) == walk.(t2))
IO.inspect(:erlang.phash2(walk.(t)))
IO.inspect(:erlang.phash2(walk.(t2)))
end
