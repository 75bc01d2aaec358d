t = Task.async(fn -> 1 + 1 end)
IO.inspect(Task.await(t))
IO.inspect(Task.await_many([Task.async(fn -> 1 end), Task.async(fn -> 2 end)]))
[1, 2] |> Task.async_stream(&(&1 * 2)) |> Enum.to_list() |> IO.inspect()
