# A Registry forgets a process that ended; a name is taken until then; duplicate keys keep their order.
{:ok, _} = Registry.start_link(keys: :unique, name: U)
{:ok, _} = Registry.start_link(keys: :duplicate, name: D)
me = self()

owner = fn reg, key, value ->
  spawn(fn ->
    r = Registry.register(reg, key, value)
    send(me, {:registered, elem(r, 0)})
    receive do :go -> :ok end
  end)
end

p = owner.(U, :a, 1)
IO.inspect(receive do m -> m end)
IO.inspect(Registry.register(U, :a, 2) == {:error, {:already_registered, p}})
IO.inspect(Registry.whereis_name({U, :a}) == p)
send(p, :go)
Process.sleep(5)
IO.inspect(Registry.lookup(U, :a))
IO.inspect(elem(Registry.register(U, :a, 3), 0))
IO.inspect(Registry.update_value(U, :a, &(&1 + 1)))
IO.inspect(Registry.update_value(U, :nobody, &(&1 + 1)))
for v <- 1..3, do: owner.(D, :k, v)
for _ <- 1..3, do: (receive do m -> m end)
IO.inspect(Registry.lookup(D, :k) |> Enum.map(&elem(&1, 1)))
IO.inspect(Registry.count(D))
IO.inspect(Registry.match(D, :k, 2) |> Enum.map(&elem(&1, 1)))
Registry.dispatch(D, :k, fn all -> for {pid, v} <- all, v < 3, do: send(pid, :go) end)
Process.sleep(5)
IO.inspect(Registry.count_match(D, :k, :_))
IO.inspect(Registry.keys(U, me))
IO.inspect(Registry.unregister_match(U, :a, 5))
IO.inspect(Registry.keys(U, me))
IO.inspect(Registry.unregister_match(U, :a, 4))
IO.inspect(Registry.keys(U, me))
IO.inspect(try do GenServer.call({:via, Registry, {U, :zz}}, 1) catch :exit, r -> r end)
