# Heirs, in many forms.
defmodule H do
  def owner(heir, data, name, todo) do
    parent = self()
    spawn(fn ->
      t = :ets.new(name, [:named_table, :public, {:heir, heir, data}])
      :ets.insert(t, {:a, 1})
      send(parent, :ready)
      todo.(t)
    end)
  end
end
me = self()
o = H.owner(me, :d1, :t1, fn _ -> receive do :end -> :ok end end)
receive do :ready -> :ok end
IO.inspect(:ets.info(:t1, :heir) == me)
send(o, :end)
receive do {:"ETS-TRANSFER", t, from, d} -> IO.inspect({t, from == o, d}) after 50 -> IO.puts("none") end
IO.inspect(:ets.info(:t1, :owner) == me)
IO.inspect(:ets.info(:t1, :heir))
IO.inspect(:ets.tab2list(:t1))
# heir is dead
dead = spawn(fn -> :ok end); Process.sleep(5)
o = H.owner(dead, :d2, :t2, fn _ -> :ok end)
receive do :ready -> :ok end
Process.sleep(5)
IO.inspect(:ets.whereis(:t2))
# heir waits in receive with other patterns
h = spawn(fn -> receive do {:"ETS-TRANSFER", t, _, d} -> send(me, {:h, t, d}) ; receive do :x -> :ok end end end)
o = H.owner(h, {:big, [1]}, :t3, fn _ -> exit(:boom) end)
receive do :ready -> :ok end
receive do {:h, t, d} -> IO.inspect({t, d}) after 50 -> IO.puts("no") end
IO.inspect(:ets.info(:t3, :owner) == h)
Process.exit(h, :kill); Process.sleep(5)
IO.inspect(:ets.info(:t3))
# give_away then die
o = spawn(fn -> receive do {:"ETS-TRANSFER", t, _, _} -> :ets.setopts(t, {:heir, me, :back}); exit(:normal) end end)
t = :ets.new(:t4, [:public]); :ets.give_away(t, o, :gift)
receive do {:"ETS-TRANSFER", ^t, ^o, d} -> IO.inspect(d) after 50 -> IO.puts("no") end
r = try do :ets.give_away(t, dead, 1) rescue e -> Exception.message(e) end
IO.inspect(r |> String.replace(~r/\d+\.\d+\.\d+\.?\d*/, "N"))
r = try do :ets.give_away(t, self(), 1) rescue e -> Exception.message(e) end
IO.inspect(r)
IO.inspect(:ets.setopts(t, [{:heir, :none}]))
r = try do :ets.setopts(t, [{:heir, me}]) rescue e -> Exception.message(e) end
IO.inspect(r)
# to itself as heir
o = spawn(fn -> t = :ets.new(:t5, [:named_table, {:heir, self(), 1}]); send(me, {:i, :ets.info(t, :heir) == self()}) end)
receive do {:i, b} -> IO.inspect(b) end
Process.sleep(5)
IO.inspect(:ets.whereis(:t5))
