# Errors of Erlang's own.
for f <- [
      fn -> :erlang.error(:my_reason) end,
      fn -> :erlang.error(:badarg) end,
      fn -> :erlang.error({:badmatch, 1}) end,
      fn -> :erlang.error({:case_clause, 2}) end,
      fn -> hd([]) end,
      fn -> elem({1}, 3) end,
      fn -> String.to_integer("x1") end,
      fn -> String.to_existing_atom("surely_no_atom_of_this_name") end,
      fn -> length(:no_list) end,
      fn -> :erlang.binary_to_integer("1.5") end,
      fn -> List.first(:a) end,
      fn -> tuple_size([]) end,
      fn -> map_size([]) end,
      fn -> Integer.parse(1) end,
      fn -> :lists.nth(5, [1]) end
    ] do
  try do
    f.()
  rescue
    e -> IO.inspect({e.__struct__, Exception.message(e) |> String.split("\n") |> hd()})
  end
end

:erlang.error(:my_own_reason)
