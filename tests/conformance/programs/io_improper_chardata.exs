# Character data whose list ends in a text.
IO.puts(["x" | "y"])
IO.puts(IO.chardata_to_string(["a", [?b | "c"] | "d"]))
try do
  IO.puts(["a", :b])
rescue
  e -> IO.inspect(e.__struct__)
end
IO.puts("after")
