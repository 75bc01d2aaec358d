# Reading and writing apart loses updates; get_and_update does not.
{:ok, a} = Agent.start_link(fn -> 0 end)

racy = fn ->
  n = Agent.get(a, & &1)
  Process.sleep(5)
  Agent.update(a, fn _ -> n + 1 end)
end

1..5 |> Enum.map(fn _ -> Task.async(racy) end) |> Task.await_many()
IO.inspect(Agent.get(a, & &1))
1..5 |> Enum.map(fn _ -> Task.async(fn -> Agent.update(a, &(&1 + 1)) end) end) |> Task.await_many()
IO.inspect(Agent.get(a, & &1))
