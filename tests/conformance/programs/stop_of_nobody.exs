# The exits of a stop of nobody, by every address and of every kind of server.
tried = fn f -> (try do f.() catch kind, value -> {kind, value} end) |> IO.inspect() end

for name <- [:nobody, {:global, :nobody}, {:nobody, node()}, {:via, :global, :nobody}, nil] do
  tried.(fn -> GenServer.stop(name) end)
  tried.(fn -> GenServer.stop(name, :shutdown) end)
  tried.(fn -> GenServer.stop(name, :shutdown, 100) end)
  tried.(fn -> :gen_server.stop(name) end)
  tried.(fn -> :gen_server.stop(name, :shutdown, 100) end)
  tried.(fn -> :gen_statem.stop(name) end)
  tried.(fn -> Agent.stop(name) end)
  tried.(fn -> Supervisor.stop(name) end)
  tried.(fn -> DynamicSupervisor.stop(name, :shutdown) end)
end

gone = spawn(fn -> :ok end)
Process.sleep(1)
hidden = fn x -> inspect(x) |> String.replace(~r/#PID<[\d.]+>/, "PID") |> IO.puts() end
hidden.(try do GenServer.stop(gone) catch :exit, reason -> reason end)
hidden.(try do :gen_statem.stop(gone) catch :exit, reason -> reason end)
hidden.(try do Agent.stop(gone, :shutdown, 5) catch :exit, reason -> reason end)

for odd <- ["name", 1, {:a}, {1, 2}] do
  IO.puts(try do GenServer.stop(odd) rescue e -> Exception.message(e) end)
  IO.puts(try do GenServer.whereis(odd) rescue e -> Exception.message(e) end)
end
