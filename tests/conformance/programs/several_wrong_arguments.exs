# A built-in function tells of every argument that is wrong, in order.
x = String.to_atom("x")

for {m, n, args} <- [
      {:erlang, :element, [x, x]},
      {:erlang, :setelement, [x, x, 1]},
      {:erlang, :element, [x, {1}]},
      {:erlang, :element, [3, x]},
      {:erlang, :element, [3, {1}]},
      {:erlang, :insert_element, [x, x, x]},
      {:erlang, :insert_element, [x, {}, x]},
      {:erlang, :insert_element, [3, {}, x]},
      {:erlang, :delete_element, [x, x]},
      {:erlang, :binary_part, [x, x, x]},
      {:erlang, :binary_part, ["abc", x, x]},
      {:erlang, :binary_part, ["abc", 1, x]},
      {:erlang, :binary_part, ["abc", 4, 1]},
      {:erlang, :binary_part, [x, x]},
      {:erlang, :binary_part, ["abc", {1, x}]},
      {:erlang, :split_binary, [x, x]},
      {:erlang, :split_binary, ["abc", x]},
      {:erlang, :binary_to_integer, [x, x]},
      {:erlang, :binary_to_integer, ["1", 1]},
      {:erlang, :integer_to_binary, [x, x]},
      {:erlang, :integer_to_binary, [1, 40]},
      {:erlang, :integer_to_list, [x, x]},
      {:erlang, :list_to_integer, [x, x]},
      {:erlang, :list_to_integer, ['1', x]},
      {:erlang, :spawn, [1, 1, 1]},
      {:erlang, :spawn, [x, 1, []]},
      {:erlang, :spawn_link, [1, x, 1]},
      {:lists, :keyfind, [x, x, x]},
      {:lists, :keyfind, [x, 0, x]},
      {:lists, :keyfind, [x, 0, []]},
      {:lists, :keymember, [x, x, x]},
      {:lists, :keysearch, [x, x, x]},
      {:math, :pow, [x, x]},
      {:math, :pow, [1, x]},
      {:math, :atan2, [x, 1]},
      {:binary, :part, [x, x, x]},
      {:binary, :part, ["abc", x, 1]},
      {:binary, :part, ["abc", x]},
      {:binary, :at, [x, x]},
      {:binary, :at, ["abc", x]},
      {:binary, :copy, [x, x]},
      {:binary, :copy, ["abc", x]},
      {Kernel, :binary_part, [x, x, x]},
      {Integer, :to_string, [x, x]},
      {String, :to_integer, [x, x]},
      {List, :to_integer, [x, x]}
    ] do
  told =
    try do
      apply(m, n, args)
    rescue
      e -> Exception.message(e)
    end

  IO.puts("#{inspect(m)}.#{n}/#{length(args)}: #{told}")
end

wrong = fn f ->
  try do
    f.()
  rescue
    e -> IO.puts(Exception.message(e))
  end
end

wrong.(fn -> binary_part(x, x, 1) end)
wrong.(fn -> spawn(1, 2, 3) end)
