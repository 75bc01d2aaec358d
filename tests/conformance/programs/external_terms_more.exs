# Terms as bytes: pids, references and functions of modules, compressed terms, what is safe, and how many bytes were read.
for t <- [self(), make_ref(), &String.upcase/1, {self(), [make_ref()]}] do
  b = :erlang.term_to_binary(t)
  IO.inspect({:erlang.binary_to_term(b) === t, :binary.first(b)})
end
IO.inspect(:binary.bin_to_list(:erlang.term_to_binary(&String.upcase/2)), limit: :infinity, charlists: :as_lists)
dead = spawn(fn -> :ok end)
IO.inspect(:erlang.binary_to_term(:erlang.term_to_binary(dead)) == dead)
long = String.duplicate("abc", 100)
for opts <- [[], [:compressed], [compressed: 0], [compressed: 1], [compressed: 9], [:deterministic], [minor_version: 1]] do
  b = :erlang.term_to_binary(%{k: long}, opts)
  IO.inspect({opts, byte_size(b), :erlang.crc32(b), :erlang.binary_to_term(b) == %{k: long}})
end
IO.inspect(:erlang.term_to_binary(:a, [:compressed]))
b = :erlang.term_to_binary(long, [:compressed])
IO.inspect(:erlang.binary_to_term(b <> "rest", [:used]) == {long, byte_size(b)})
IO.inspect(:erlang.binary_to_term(:erlang.term_to_binary({1, 2}) <> "rest", [:used, :safe]))
IO.inspect(:erlang.binary_to_term(<<131, 99, "1.50000000000000000000e+00", 0, 0, 0, 0, 0>>))
never = <<131, 100, 0, 12, "never_", "before">>
for step <- [
      fn -> :erlang.binary_to_term(never, [:safe]) end,
      fn -> :erlang.binary_to_term(never) end,
      fn -> :erlang.binary_to_term(never, [:safe]) end,
      fn -> :erlang.binary_to_term(binary_part(b, 0, 20)) end,
      fn -> :erlang.binary_to_term(<<131, 80, 0, 0, 0, 3, "abcdef">>) end,
      fn -> :erlang.binary_to_term(<<130, 97, 1>>) end,
      fn -> :erlang.binary_to_term("", []) end,
      fn -> :erlang.term_to_binary(1, :nope) end,
      fn -> :erlang.term_to_binary(1, compressed: 10) end,
      fn -> :erlang.binary_to_term(b, [:nope]) end,
      fn -> :erlang.binary_to_term(b, :nope) end,
      fn -> :erlang.binary_to_term(5) end
    ] do
  try do
    IO.inspect(step.())
  rescue
    e -> IO.puts(Exception.message(e))
  end
end
