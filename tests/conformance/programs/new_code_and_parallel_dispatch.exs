# what :sys.change_code does to an agent and parallel: to Registry.dispatch.
{:ok, agent} = Agent.start_link(fn -> %{} end)
:ok = :sys.suspend(agent)
IO.inspect(:sys.change_code(agent, Agent, "1", {Map, :put, [:hello, :world]}))
IO.inspect(:sys.change_code(agent, Agent, "1", fn state -> Map.put(state, :more, 1) end))
IO.inspect(match?({:error, _}, :sys.change_code(agent, Agent, "1", {:erlang, :error, []})))
:ok = :sys.resume(agent)
IO.inspect(Agent.get(agent, & &1))

{:ok, _} = Registry.start_link(keys: :duplicate, name: Names, partitions: 8)

others =
  for n <- 1..6 do
    parent = self()

    spawn(fn ->
      {:ok, _} = Registry.register(Names, "key", n)
      send(parent, :registered)
      Process.sleep(:infinity)
    end)
  end

for _ <- others, do: receive(do: (:registered -> :ok))
{:ok, _} = Registry.register(Names, "key", 0)
parent = self()

told = fn entries ->
  send(parent, {:entries, Enum.map(entries, &elem(&1, 1)), self() == parent})
end

IO.inspect(Registry.dispatch(Names, "key", told, parallel: true))

collect = fn collect, found ->
  receive do
    {:entries, entries, same} -> collect.(collect, [{entries, same} | found])
  after
    0 -> found
  end
end

found = collect.(collect, [])
IO.inspect(found |> Enum.flat_map(&elem(&1, 0)) |> Enum.sort())
IO.inspect(Enum.map(found, &elem(&1, 1)) |> Enum.uniq())
IO.inspect(Registry.dispatch(Names, "key", told))
found = collect.(collect, [])
IO.inspect(found |> Enum.flat_map(&elem(&1, 0)) |> Enum.sort())
IO.inspect(Enum.map(found, &elem(&1, 1)) |> Enum.uniq())
IO.inspect(Registry.dispatch(Names, "other", told, parallel: true))
