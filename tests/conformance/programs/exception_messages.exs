# What built-in exceptions say.
tries = [
  fn -> String.upcase(1) end,
  fn -> hd([]) end,
  fn -> :erlang.binary_to_atom(1) end,
  fn -> Map.get(1, :a) end,
  fn -> %{}.a end,
  fn -> nil.foo end,
  fn -> (fn x -> x end).(1, 2) end,
  fn -> f = String.to_atom("not_a_function"); f.() end,
  fn -> NoSuchModule.fun(1) end,
  fn -> String.no_such_function("x") end,
  fn -> length(:a) end,
  fn -> raise ArgumentError end,
  fn -> raise "plain" end,
  fn -> :a + 1 end,
  fn -> List.first(:a) end,
  fn -> Integer.parse(:a) end,
  fn -> tuple_size([]) end,
  fn -> apply(Enum, :map, [1]) end,
  fn -> String.to_existing_atom("surely_not_existing_atom") end,
  fn -> Process.register(self(), :undefined) end,
  fn -> send(:no_such_name, 1) end,
  fn -> GenServer.call(:nobody, :hi) end
]
for f <- tries do
  try do
    f.()
  rescue
    e -> IO.puts("#{inspect(e.__struct__)}: #{Exception.message(e)}")
  catch
    kind, value -> IO.inspect({kind, value})
  end
end
