# Task.async_stream: order, concurrency, timeouts, ordered: false.
IO.inspect(1..4 |> Task.async_stream(fn n -> n * 2 end) |> Enum.to_list())

IO.inspect(
  [30, 10, 20]
  |> Task.async_stream(fn ms -> Process.sleep(ms) && ms end, max_concurrency: 3)
  |> Enum.map(fn {:ok, ms} -> ms end)
)

IO.inspect(
  [30, 10, 20]
  |> Task.async_stream(fn ms -> Process.sleep(ms) && ms end, max_concurrency: 3, ordered: false)
  |> Enum.map(&elem(&1, 1))
)

IO.inspect(
  [1, 100, 2]
  |> Task.async_stream(fn ms -> Process.sleep(ms) && ms end, max_concurrency: 3, timeout: 30, on_timeout: :kill_task)
  |> Enum.to_list()
)

IO.inspect(Task.async_stream(["a", "b"], String, :duplicate, [2]) |> Enum.into([], fn {:ok, x} -> x end))
