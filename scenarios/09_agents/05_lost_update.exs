# The lost update: read here, write there, and lose what came between
#
# Two clients increment an agent ten times each. The wrong way gets the value, adds one, and updates the agent
# with the result: both read 0 and both write 1. The right way sends the addition itself. Only what is done in one
# message is done as one.
#
# Try: simulator diagram lost_update.exs -o lost_update.png

defmodule Clients do
  def wrong(agent) do
    for _ <- 1..10 do
      n = Agent.get(agent, & &1)
      Agent.update(agent, fn _ -> n + 1 end)
    end
  end

  def right(agent) do
    for _ <- 1..10, do: Agent.update(agent, &(&1 + 1))
  end

  def count(name) do
    {:ok, agent} = Agent.start_link(fn -> 0 end)
    monitors = for _ <- 1..2, do: spawn_monitor(__MODULE__, name, [agent])

    for {_pid, ref} <- monitors do
      receive do
        {:DOWN, ^ref, _, _, _} -> :ok
      end
    end

    IO.puts("#{name}: #{Agent.get(agent, & &1)} of 20")
  end
end

Clients.count(:wrong)
Clients.count(:right)
