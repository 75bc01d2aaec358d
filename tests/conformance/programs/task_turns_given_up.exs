# How many turns of another process go by until a call, a task or a start is answered.
defmodule S do
  use GenServer
  def init(s), do: {:ok, s}
  def handle_call(:x, _, s), do: {:reply, :y, s}
end
:ets.new(:log, [:named_table, :public, :ordered_set])
tell = fn x -> :ets.insert(:log, {:erlang.unique_integer([:monotonic]), x}) end
show = fn -> Process.sleep(30); IO.inspect(:ets.tab2list(:log) |> Enum.map(&elem(&1, 1))); :ets.delete_all_objects(:log) end
other = fn -> spawn(fn -> for n <- 1..8 do tell.(n); :erlang.yield() end end) end
{:ok, s} = GenServer.start(S, nil)
GenServer.call(s, :x)
{:ok, ag} = Agent.start(fn -> 1 end)
Agent.get(ag, & &1)
Task.await_many([Task.async(fn -> 1 end)])
Task.yield(Task.async(fn -> 1 end)); Task.shutdown(Task.async(fn -> 1 end))
for {name, f} <- [call: fn -> GenServer.call(s, :x) end, agent: fn -> Agent.get(ag, & &1) end,
  many: fn -> Task.await_many([Task.async(fn -> 1 end), Task.async(fn -> 2 end)]) end,
  yield: fn -> Task.yield(Task.async(fn -> 1 end)) end,
  await: fn -> Task.await(Task.async(fn -> 1 end)) end,
  await_long: fn -> t = Task.async(fn -> :erlang.yield(); :erlang.yield(); 1 end); Task.await(t) end,
  late: fn -> t = Task.async(fn -> 1 end); :erlang.yield(); :erlang.yield(); Task.await(t) end,
  shutdown: fn -> Task.shutdown(Task.async(fn -> Process.sleep(1000) end)) end,
  start: fn -> GenServer.start(S, nil) end,
  start_link: fn -> GenServer.start_link(S, nil) end,
  stream: fn -> Task.async_stream([1, 2], & &1) |> Enum.to_list() end
  ] do
  spawn(fn -> tell.(:go); f.(); tell.(name) end)
  other.()
  show.()
end
