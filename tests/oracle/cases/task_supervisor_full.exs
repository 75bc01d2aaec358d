# A supervisor takes in no more tasks than it may.
{:ok, sup} = Task.Supervisor.start_link(max_children: 1)
{:ok, _} = Task.Supervisor.start_child(sup, fn -> Process.sleep(1_000) end)
IO.inspect(Task.Supervisor.start_child(sup, fn -> 1 end))
for start <- [
  fn -> Task.Supervisor.async(sup, fn -> 1 end) end,
  fn -> Task.Supervisor.async_nolink(sup, fn -> 1 end) end,
  fn -> Enum.to_list(Task.Supervisor.async_stream(sup, [1, 2], fn n -> n end)) end
] do
  try do
    start.()
  rescue
    error -> IO.inspect(error)
  end
end
IO.inspect(Process.info(self(), [:messages, :monitors]))
