# ETS: sets, ordered sets, bags, duplicate bags.
for kind <- [:set, :ordered_set, :bag, :duplicate_bag] do
  t = :ets.new(:t, [kind])
  :ets.insert(t, [{1, :a}, {2, :b}, {1, :c}, {1, :c}])
  IO.inspect({kind, :ets.lookup(t, 1), :ets.info(t, :size)})
  :ets.delete(t, 1)
  IO.inspect(:ets.tab2list(t))
end

t = :ets.new(:words, [:set, :named_table, :public])
for w <- ~w(a b a c a b), do: :ets.update_counter(:words, w, 1, {w, 0})
IO.inspect(Enum.sort(:ets.tab2list(t)))
IO.inspect(:ets.lookup_element(:words, "a", 2))
IO.inspect(:ets.take(:words, "b"))
IO.inspect(:ets.select_count(:words, [{{:_, :"$1"}, [{:>, :"$1", 0}], [true]}]))
IO.inspect(:ets.match_delete(:words, {"a", :_}))
IO.inspect(:ets.tab2list(:words))
IO.inspect(:ets.update_element(:words, "c", {2, 99}))
IO.inspect(:ets.lookup(:words, "c"))
IO.inspect(:ets.delete_all_objects(:words))
IO.inspect(:ets.first(:words))
