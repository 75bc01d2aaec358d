# to_string of all kinds; what has no text raises.
IO.inspect(Enum.map([1, 1.5, :a, nil, "s", 'cl', true, 1.0e20], &to_string/1))
for bad <- [{1}, %{a: 1}, self()] do
  try do
    to_string(bad)
  rescue
    e in Protocol.UndefinedError -> IO.puts(hd(String.split(Exception.message(e), " of type ")) |> String.slice(0, 40))
  end
end
IO.puts(["io", ?d, ["a", 'ta']])
IO.inspect(IO.iodata_to_binary(["a", [?b, "c"]]))
