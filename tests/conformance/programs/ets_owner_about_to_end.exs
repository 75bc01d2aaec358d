# A table lives until its owner has had the turn in which it ends: who is about to be killed owns it, and may be given one.
main = self()

owner =
  spawn(fn ->
    :ets.new(:owned, [:named_table, :public])
    :ets.insert(:owned, {1, 2})
    Process.sleep(:infinity)
  end)

Process.sleep(5)
Process.exit(owner, :kill)
IO.inspect([:ets.lookup(:owned, 1), :ets.info(:owned, :owner) == owner, :ets.whereis(:owned) != :undefined])
Process.sleep(5)
IO.inspect([:ets.info(:owned), :ets.whereis(:owned)])

for reason <- [:kill, :boom] do
  next = spawn(fn -> Process.sleep(:infinity) end)

  giver =
    spawn(fn ->
      table = :ets.new(:given, [:public, {:heir, main, :inherited}])
      Process.exit(next, reason)
      given = :ets.give_away(table, next, :gift)
      owner = :ets.info(table, :owner)
      send(main, {:told, given, owner == next, :ets.insert(table, {1, 2})})
      Process.sleep(5)
      send(main, {:later, :ets.info(table, :size), :ets.info(table, :owner) == main})
    end)

  for _ <- 1..3 do
    receive do
      {:"ETS-TRANSFER", _, from, data} -> IO.inspect({:transfer, from == next, from == giver, data})
      other -> IO.inspect(other)
    end
  end
end
