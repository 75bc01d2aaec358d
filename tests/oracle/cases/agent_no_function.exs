# What is no function of the state has no clause, in the caller.
{:ok, agent} = Agent.start(fn -> 1 end)
for call <- [
  fn -> Agent.get(agent, 5) end,
  fn -> Agent.update(agent, fn -> 1 end) end,
  fn -> Agent.cast(agent, fn _, _ -> 1 end) end,
  fn -> Agent.get_and_update(agent, :f) end,
  fn -> Agent.start(fn _ -> 1 end) end
] do
  try do
    call.()
  rescue
    error -> IO.puts(Exception.message(error))
  end
end
IO.inspect(Agent.get(agent, & &1))
