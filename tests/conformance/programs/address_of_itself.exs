# Who calls himself is told so, under the name that he used.
tried = fn f -> (try do f.() catch kind, value -> {kind, value} end) |> inspect() |> String.replace(~r/#PID<[\d.]+>/, "PID") |> IO.puts() end
Process.register(self(), :me)
:global.register_name(:me, self())
{:ok, _} = Registry.start_link(keys: :unique, name: Names)
Registry.register(Names, "me", 1)

for name <- [self(), :me, {:global, :me}, {:me, node()}, {:via, Registry, {Names, "me"}}] do
  tried.(fn -> GenServer.call(name, :x) end)
  tried.(fn -> GenServer.call(name, :x, :infinity) end)
  tried.(fn -> :gen_server.call(name, :x) end)
  tried.(fn -> :gen_server.call(name, :x, 5) end)
  tried.(fn -> :gen_statem.call(name, :x) end)
  tried.(fn -> :sys.get_state(name) end)
  tried.(fn -> :sys.replace_state(name, &Function.identity/1) end)
  tried.(fn -> GenServer.stop(name) end)
  tried.(fn -> :gen_statem.stop(name) end)
  tried.(fn -> Agent.get(name, Function, :identity, []) end)
  tried.(fn -> Supervisor.which_children(name) end)
end
