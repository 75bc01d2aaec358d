# A table is given away: who may, to whom, what the new owner hears, and who inherits it then.
me = self()
tried = fn f -> try do f.() rescue e in ArgumentError -> e.message |> String.trim() |> String.split("\n") |> List.last() end end
wait = fn pid -> (ref = Process.monitor(pid); receive do {:DOWN, ^ref, _, _, _} -> :ok end) end
keeper = fn -> spawn(fn ->
  receive do {:"ETS-TRANSFER", t, from, data} -> send(me, {:got, t, from == me, data}) end
  receive do :end -> :ok end
end) end

a = keeper.()
t = :ets.new(:given, [:named_table, :protected])
IO.inspect(:ets.give_away(t, a, [:some, %{data: 1}]))
IO.inspect(receive do m -> m after 5 -> :nothing end)
IO.puts(tried.(fn -> :ets.insert(t, {1, 1}) end))
IO.puts(tried.(fn -> :ets.give_away(t, keeper.(), 1) end))
IO.inspect(:ets.info(t, :owner) == a)
send(a, :end)
wait.(a)
IO.inspect(:ets.whereis(:given))

# with an heir, which is who gave it
b = keeper.()
t = :ets.new(:back, [{:heir, me, :back_again}])
:ets.insert(t, {:k, 1})
:ets.give_away(t, b, nil)
IO.inspect(receive do {:got, ^t, true, data} -> data after 5 -> :nothing end)
IO.puts(tried.(fn -> :ets.insert(t, {:k, 2}) end))
send(b, :end)
IO.inspect(receive do {:"ETS-TRANSFER", ^t, from, data} -> {from == b, data} after 5 -> :nothing end)
IO.inspect(:ets.insert(t, {:k, 2}))
IO.inspect(:ets.lookup(t, :k))

# to whom not
dead = spawn(fn -> :ok end)
Process.sleep(1)
IO.puts(tried.(fn -> :ets.give_away(t, dead, 1) end))
IO.puts(tried.(fn -> :ets.give_away(t, self(), 1) end))
IO.puts(tried.(fn -> :ets.give_away(t, :name, 1) end))
IO.puts(tried.(fn -> :ets.give_away(:none_such, b, 1) end))
IO.inspect(:ets.info(t, :owner) == me)
