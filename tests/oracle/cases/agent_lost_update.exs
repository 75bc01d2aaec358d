# get and then update is no update at once: another one between them is lost.
{:ok, agent} = Agent.start(fn -> 0 end)
workers =
  for _ <- 1..2 do
    {_, ref} = spawn_monitor(fn ->
      n = Agent.get(agent, & &1)
      Agent.update(agent, fn _ -> n + 1 end)
    end)
    ref
  end
for ref <- workers, do: (receive do {:DOWN, ^ref, _, _, _} -> :ok end)
IO.inspect(Agent.get(agent, & &1))
