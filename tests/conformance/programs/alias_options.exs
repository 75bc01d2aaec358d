# Aliases and monitors that are aliases: which options there are, and what is refused.
tried = fn f ->
  try do
    f.()
  rescue
    e in ArgumentError -> e.message |> String.trim() |> String.split("\n") |> List.last()
  end
  |> IO.inspect()
end

pid = spawn(fn -> Process.sleep(:infinity) end)
for opts <- [[], [:reply], [:explicit_unalias], [:reply, :explicit_unalias], [:foo], :reply, [{:reply, true}]], do: tried.(fn -> is_reference(:erlang.alias(opts)) end)

for opts <- [[], [{:alias, :demonitor}], [{:alias, :reply_demonitor}], [{:alias, :explicit_unalias}], [{:alias, true}], [:alias], [{:tag, :gone}], [{:tag, 1}, {:alias, :demonitor}], [:foo], :x],
    do: tried.(fn -> is_reference(:erlang.monitor(:process, pid, opts)) end)

tried.(fn -> :erlang.unalias(:x) end)
tried.(fn -> :erlang.unalias(make_ref()) end)
a = :erlang.alias()
tried.(fn -> {:erlang.unalias(a), :erlang.unalias(a)} end)
b = :erlang.alias()
me = self()
spawn(fn -> send(me, {:of_another, :erlang.unalias(b)}) end)
receive do {:of_another, answer} -> IO.inspect(answer) end
tried.(fn -> send(make_ref(), :nobody) end)
