# No heir, no table: an heir that has ended, one that is the owner itself, and an heir that ends after it inherited.
me = self()
dead = spawn(fn -> :ok end)
Process.sleep(1)
wait = fn pid -> (ref = Process.monitor(pid); receive do {:DOWN, ^ref, _, _, _} -> :ok end) end

wait.(spawn(fn -> :ets.new(:t1, [:named_table, {:heir, dead, 1}]) end))
IO.inspect(:ets.whereis(:t1))
wait.(spawn(fn -> :ets.new(:t2, [:named_table, {:heir, self(), 1}]) end))
IO.inspect(:ets.whereis(:t2))

heir = spawn(fn -> receive do {:"ETS-TRANSFER", t, _, _} -> send(me, {:mine, t}); receive(do: (:end -> :ok)) end end)
wait.(spawn(fn -> :ets.new(:t3, [:named_table, :public, {:heir, heir, 1}]) && :ets.insert(:t3, {1, 1}) end))
receive do {:mine, t} -> IO.inspect({t, :ets.info(t, :owner) == heir, :ets.lookup(t, 1)}) end
send(heir, :end)
wait.(heir)
IO.inspect(:ets.whereis(:t3))

# heirs one after the other: the second owner names another
last = spawn(fn -> receive do {:"ETS-TRANSFER", t, from, data} -> send(me, {:last, t, from, data}); Process.sleep(:infinity) end end)
second = spawn(fn ->
  receive do {:"ETS-TRANSFER", t, _, :first} -> :ets.setopts(t, {:heir, last, :second}) end
end)
wait.(spawn(fn -> :ets.new(:t4, [:named_table, :public, {:heir, second, :first}]) && :ets.insert(:t4, {2, 2}) end))
receive do {:last, t, from, data} -> IO.inspect({t, from == second, data, :ets.lookup(t, 2)}) end

# an heir taken back
wait.(spawn(fn -> t = :ets.new(:t5, [:named_table, {:heir, me, 1}]); :ets.setopts(t, {:heir, :none}) end))
IO.inspect({:ets.whereis(:t5), Process.info(self(), :messages)})
wait.(spawn(fn -> t = :ets.new(:t6, [:named_table]); :ets.setopts(t, [{:heir, me, :late}]) end))
IO.inspect(receive do m -> elem(m, 3) after 5 -> :nothing end)
IO.inspect(:ets.info(:t6, :heir) == me)
