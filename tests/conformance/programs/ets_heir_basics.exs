# A table with an heir outlives its owner, and the heir is told: who it comes from, and with what data.
heard = fn ms -> receive do {:"ETS-TRANSFER", _, from, data} -> {is_pid(from), data} after ms -> :nothing end end
me = self()

# the heir waits already; the owner ends in every way
for how <- [:normal, :shutdown, :boom, :kill, :return] do
  {owner, ref} =
    spawn_monitor(fn ->
      t = :ets.new(:left, [:named_table, :public, {:heir, me, {:data, how}}])
      :ets.insert(t, {:how, how})
      receive do
        :go -> case how do
          :return -> :ok
          :kill -> Process.exit(self(), :kill)
          reason -> exit(reason)
        end
      end
    end)
  send(owner, :go)
  receive do
    {:"ETS-TRANSFER", t, from, data} -> IO.inspect({t, from == owner, data, :ets.tab2list(t), :ets.info(t, :owner) == me, :ets.info(t, :heir) == me})
  after 50 -> IO.puts("nothing")
  end
  receive do {:DOWN, ^ref, _, _, _} -> :ok end
  IO.inspect(:ets.delete(:left))
end

# without a name it comes by its reference
spawn(fn -> :ets.new(:anonymous, [{:heir, me, nil}]) end)
receive do
  {:"ETS-TRANSFER", t, _, nil} -> IO.inspect({is_reference(t), :ets.info(t, :name), :ets.info(t, :named_table)})
end

# several tables at once, one without an heir, one with another heir
other = spawn(fn -> receive do {:"ETS-TRANSFER", t, _, data} -> send(me, {:other, t, data}); Process.sleep(:infinity) end end)
spawn(fn ->
  for {name, opts} <- [a: [{:heir, me, 1}], b: [], c: [{:heir, other, 2}], d: [{:heir, me, 3}], e: [{:heir, :none}]], do: :ets.new(name, [:named_table | opts])
end)
Process.sleep(5)
IO.inspect(for name <- [:a, :b, :c, :d, :e], do: :ets.whereis(name) != :undefined)
IO.inspect(Enum.sort([heard.(5), heard.(5)]))
IO.inspect(receive do {:other, t, data} -> {t, data} after 5 -> :nothing end)
IO.inspect(heard.(0))
Process.sleep(20)
