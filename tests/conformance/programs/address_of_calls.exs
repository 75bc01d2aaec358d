# How the exit of a call names the server that was called: as the caller did.
tried = fn f -> (try do f.() rescue e -> {:rescued, e.__struct__} catch kind, value -> {kind, value} end) |> IO.inspect(width: 150) end

for name <- [:nobody, {:global, :nobody}, {:nobody, node()}, {:nobody, :far@away}, {:via, :global, :nobody}] do
  tried.(fn -> GenServer.call(name, :x) end)
  tried.(fn -> GenServer.call(name, :x, 10) end)
  tried.(fn -> GenServer.call(name, :x, :infinity) end)
  tried.(fn -> GenServer.cast(name, :x) end)
  tried.(fn -> GenServer.whereis(name) end)
  tried.(fn -> :gen_server.call(name, :x) end)
  tried.(fn -> :gen_server.call(name, :x, 10) end)
  tried.(fn -> :gen_server.cast(name, :x) end)
  tried.(fn -> :gen_statem.call(name, :x) end)
  tried.(fn -> :gen_statem.call(name, :x, 10) end)
  tried.(fn -> :gen_statem.call(name, :x, {:clean_timeout, 10}) end)
  tried.(fn -> :gen_statem.call(name, :x, {:dirty_timeout, 10}) end)
  tried.(fn -> :gen_statem.cast(name, :x) end)
  tried.(fn -> Agent.get(name, String, :upcase, []) end)
  tried.(fn -> Agent.update(name, String, :upcase, [], 20) end)
  tried.(fn -> Supervisor.which_children(name) end)
  tried.(fn -> Supervisor.terminate_child(name, :x) end)
  tried.(fn -> DynamicSupervisor.count_children(name) end)
  tried.(fn -> :supervisor.which_children(name) end)
  tried.(fn -> :supervisor.delete_child(name, :x) end)
end

for odd <- ["name", 1, {:a}, {:global}, {1, 2}, %{}] do
  tried.(fn -> GenServer.call(odd, :x) end)
  tried.(fn -> GenServer.cast(odd, :x) end)
  tried.(fn -> GenServer.whereis(odd) end)
  tried.(fn -> Agent.get(odd, & &1) end)
end
