# Tuples.
t = {:a, 1, "x"}
IO.inspect({elem(t, 1), put_elem(t, 1, 2), tuple_size(t), Tuple.to_list(t), Tuple.append(t, :end), Tuple.insert_at(t, 0, :z), Tuple.delete_at(t, 0)})
IO.inspect({Tuple.duplicate(0, 3), Tuple.sum({1, 2}), Tuple.product({2, 3})})
try do
  elem(t, 9)
rescue
  e -> IO.puts(Exception.message(e))
end
