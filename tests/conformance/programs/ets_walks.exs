# Walks through ordered tables that change meanwhile, and rows of every kind of table.
table = :ets.new(:ordered, [:ordered_set, :public])
for n <- [5, 1, 9, 3, 7], do: :ets.insert(table, {n, n * n})
IO.inspect({:ets.first(table), :ets.last(table), :ets.next(table, 4), :ets.prev(table, 4)})
:ets.insert(table, [{4, :four}, {0, :zero}, {10, :ten}])
:ets.delete(table, 9)
IO.inspect({:ets.first(table), :ets.last(table), :ets.next(table, 3), :ets.next(table, 7), :ets.prev(table, 10)})
:ets.delete(table, 4)
:ets.insert(table, {4.0, :again})
IO.inspect({:ets.lookup(table, 4), :ets.next(table, 3), :ets.next(table, 4), :ets.tab2list(table)})
:ets.insert(table, {4, :whole})
IO.inspect({:ets.lookup(table, 4.0), :ets.info(table, :size)})
for n <- 100..140, do: :ets.insert(table, {n, n})
for n <- 105..139, do: :ets.delete(table, n)
IO.inspect({:ets.last(table), :ets.prev(table, 140), :ets.next(table, 102), length(:ets.tab2list(table))})

drain = fn drain, acc ->
  case :ets.first(table) do
    :"$end_of_table" ->
      Enum.reverse(acc)

    key ->
      :ets.delete(table, key)
      drain.(drain, [key | acc])
  end
end

IO.inspect(drain.(drain, []))
IO.inspect({:ets.first(table), :ets.last(table), :ets.next(table, 1), :ets.prev(table, 1)})

set = :ets.new(:set, [:set])
for n <- 1..40, do: :ets.insert(set, {n, n})

walk = fn walk, key, acc ->
  if key == :"$end_of_table", do: Enum.sort(acc), else: walk.(walk, :ets.next(set, key), [key | acc])
end

IO.inspect(walk.(walk, :ets.first(set), []) == Enum.to_list(1..40))
:ets.delete(set, 7)
:ets.insert(set, {41, 41})
IO.inspect(walk.(walk, :ets.first(set), []) == Enum.to_list(1..41) -- [7])
IO.inspect({:ets.insert_new(set, {1, :no}), :ets.insert_new(set, [{50, 1}, {51, 2}]), :ets.insert_new(set, [{51, 3}, {52, 4}])})
IO.inspect({:ets.member(set, 51), :ets.member(set, 52), :ets.member(set, 1.0), :ets.lookup(set, 1.0)})
:ets.delete_object(set, {50, 2})
:ets.delete_object(set, {51, 2})
IO.inspect({:ets.member(set, 50), :ets.member(set, 51), :ets.info(set, :size)})

counters = :ets.new(:counters, [:named_table, keypos: 2])
:ets.insert(counters, {:n, "a", 1})
IO.inspect({:ets.update_counter(:counters, "a", {3, 5}), :ets.update_counter(:counters, "b", {3, 2}, {:n, nil, 40})})
IO.inspect({:ets.update_counter(:counters, "a", 10), :ets.update_element(:counters, "a", {1, :m}), :ets.lookup(:counters, "a")})
IO.inspect(Enum.sort(:ets.tab2list(counters)))

for kind <- [:bag, :duplicate_bag] do
  bag = :ets.new(:bag, [kind])
  for row <- [{1, :a}, {1, :b}, {1, :a}, {1.0, :c}, {2, :d}], do: :ets.insert(bag, row)
  IO.inspect({kind, :ets.lookup(bag, 1), :ets.info(bag, :size), :ets.lookup(bag, 3)})
  :ets.delete_object(bag, {1, :a})
  IO.inspect({:ets.lookup(bag, 1), :ets.take(bag, 2), :ets.member(bag, 2), :ets.info(bag, :size)})
  :ets.delete_object(bag, {1, :b})
  IO.inspect({:ets.lookup(bag, 1), :ets.first(bag), :ets.next(bag, 1.0)})
end
