# rescue, catch, else and after.
run = fn f ->
  try do
    f.()
  rescue
    ArithmeticError -> :arith
    e in [ArgumentError, RuntimeError] -> {:error, Exception.message(e)}
  catch
    :throw_me -> :caught
    :exit, reason -> {:exit, reason}
    kind, value -> {kind, value}
  else
    :ok -> :else_ok
    other -> {:else, other}
  after
    IO.puts("after")
  end
end
IO.inspect(run.(fn -> :ok end))
IO.inspect(run.(fn -> 5 end))
IO.inspect(run.(fn -> 1 / 0 end))
IO.inspect(run.(fn -> raise "boom" end))
IO.inspect(run.(fn -> raise ArgumentError, message: "bad" end))
IO.inspect(run.(fn -> throw(:throw_me) end))
IO.inspect(run.(fn -> throw({:a, 1}) end))
IO.inspect(run.(fn -> exit(:bye) end))
IO.inspect(run.(fn -> :erlang.error(:odd) end))
