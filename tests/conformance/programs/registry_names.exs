# Registry: unique and duplicate keys, values, dispatch.
{:ok, _} = Registry.start_link(keys: :unique, name: Names)
{:ok, pid} = Registry.register(Names, "key", :value)
IO.inspect(is_pid(pid))
IO.inspect(Registry.lookup(Names, "key") == [{self(), :value}])
{:error, {:already_registered, other}} = Registry.register(Names, "key", 2)
IO.inspect(other == self())
IO.inspect(Registry.update_value(Names, "key", fn v -> {v, 1} end))
IO.inspect(Registry.keys(Names, self()))
IO.inspect(Registry.unregister(Names, "key"))
IO.inspect(Registry.lookup(Names, "key"))
{:ok, _} = Registry.start_link(keys: :duplicate, name: Bus)
me = self()

for n <- 1..2 do
  spawn_link(fn ->
    {:ok, _} = Registry.register(Bus, :topic, n)
    send(me, :ready)
    receive do: ({:news, x} -> send(me, {n, x}))
  end)

  receive do: (:ready -> :ok)
end

Registry.dispatch(Bus, :topic, fn entries ->
  for {pid, n} <- Enum.sort_by(entries, &elem(&1, 1)), do: send(pid, {:news, n * 10})
end)

for n <- 1..2, do: receive(do: ({^n, x} -> IO.inspect({n, x})))
Process.sleep(5)
IO.inspect({Registry.count(Bus), Registry.count_match(Names, "key", :_), Registry.lookup(Bus, :topic)})
