# catch takes kind and value; __STACKTRACE__ is a list.
run = fn f ->
  try do
    f.()
  catch
    :error, e -> {:error, e}
    :exit, r -> {:exit, r}
    value -> {:throw, value}
  after
    IO.puts("after")
  end
end

IO.inspect(run.(fn -> raise "r" end))
IO.inspect(run.(fn -> exit(:out) end))
IO.inspect(run.(fn -> throw(:ball) end))
IO.inspect(run.(fn -> :fine end))
IO.inspect(run.(fn -> :erlang.error(:raw) end))
IO.inspect(run.(fn -> 1 / 0 end))

try do
  raise "with stack"
rescue
  RuntimeError -> IO.inspect(is_list(__STACKTRACE__))
end

IO.inspect(
  try do
    throw(1)
  catch
    x when x > 1 -> :big
    x -> {:small, x}
  end
)
