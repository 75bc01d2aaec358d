# The table is inherited before links and monitors tell of the owner's end, and before its name is free.
me = self()
Process.flag(:trap_exit, true)
pid = spawn_link(fn ->
  Process.register(self(), :owner)
  :ets.new(:t, [:named_table, {:heir, me, 1}])
  :ets.new(:u, [:named_table])
  receive do :end -> exit(:over) end
end)
Process.monitor(pid)
Process.sleep(5)
send(pid, :end)
Process.sleep(5)
{:messages, messages} = Process.info(self(), :messages)
IO.inspect(Enum.map(messages, &elem(&1, 0)))
IO.inspect(Enum.map(messages, &elem(&1, tuple_size(&1) - 1)))
IO.inspect({Process.whereis(:owner), :ets.whereis(:u), :ets.info(:t, :owner) == me})

# who hears of the end finds the table gone, or given
spawn(fn ->
  spawn_monitor(fn -> :ets.new(:v, [:named_table, :public]); :ets.new(:w, [:named_table, {:heir, me, 2}]) end)
  receive do {:DOWN, _, _, _, _} -> send(me, {:seen, :ets.whereis(:v), :ets.info(:w, :owner) == me}) end
end)
IO.inspect(receive do {:"ETS-TRANSFER", :w, _, data} -> data end)
IO.inspect(receive do {:seen, a, b} -> {a, b} end)

# the heir sleeps in a receive for something else, and finds it later
pid = spawn(fn -> :ets.new(:x, [:named_table, {:heir, me, 3}]) end)
receive do :never -> :ok after 10 -> :ok end
IO.inspect(receive do {:"ETS-TRANSFER", :x, ^pid, data} -> data after 0 -> :nothing end)
