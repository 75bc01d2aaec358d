# Enum's errors.
tries = [
  fn -> Enum.max([]) end,
  fn -> Enum.reduce([], &+/2) end,
  fn -> Enum.fetch!([1], 5) end,
  fn -> Enum.map(5, & &1) end,
  fn -> Enum.chunk_every([1], 0) end,
  fn -> Enum.count(:nope) end,
  fn -> Enum.at([1], :x) end,
  fn -> Enum.random([]) end
]
for f <- tries do
  try do
    IO.inspect(f.())
  rescue
    e -> IO.puts("#{inspect(e.__struct__)}: #{e |> Exception.message() |> String.split("\n") |> hd()}")
  end
end
