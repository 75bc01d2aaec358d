# Tuple, Atom, Kernel's tuples.
t = {:a, 1, "x"}
IO.inspect({elem(t, 1), put_elem(t, 1, 2), tuple_size(t), Tuple.append(t, :e), Tuple.insert_at(t, 0, :s), Tuple.delete_at(t, 0), Tuple.to_list(t), Tuple.duplicate(0, 2), Tuple.sum({1, 2}), Tuple.product({2, 3})})
IO.inspect({Atom.to_string(:abc), Atom.to_charlist(:abc), :"quoted atom", :+, :a@b, :ok?, :"1x", nil, Elixir.Foo, :Foo})
IO.inspect({String.to_atom("x y"), String.to_existing_atom("ok"), is_atom(nil), is_atom(Foo)})
IO.inspect({})
IO.inspect({{}, [], %{}, "", ''})
IO.inspect(Tuple.to_list({}))
IO.inspect(inspect(:"foo-bar"))
IO.inspect([:"a b": 1])
IO.inspect(%{"a b": 1})
IO.inspect(:"!==")
IO.inspect([true: 1, nil: 2, Foo: 3])
