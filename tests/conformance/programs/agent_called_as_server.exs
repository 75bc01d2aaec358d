# An agent that is called or cast to as a server that it is not ends with function_clause.
Process.flag(:trap_exit, true)

for request <- [{:add, 1}, {:get, fn n -> n end}, {:cast, fn n -> n end}, :other, {:get_and_update, fn n -> {n, n} end}] do
  {:ok, agent} = Agent.start(fn -> 7 end)

  shown =
    try do
      GenServer.call(agent, request)
    catch
      :exit, {{reason, [{m, f, args, _} | _]}, {GenServer, :call, _}} -> {reason, m, f, is_list(args) && length(args)}
    end

  IO.inspect(shown)
end

for request <- [{:add, 1}, {:update, fn n -> n end}, {:cast, fn n -> n + 1 end}, 5] do
  {:ok, agent} = Agent.start(fn -> 7 end)
  ref = Process.monitor(agent)
  GenServer.cast(agent, request)

  receive do
    {:DOWN, ^ref, _, _, {reason, [{m, f, _, _} | _]}} -> IO.inspect({reason, m, f})
  after
    20 -> IO.inspect(Agent.get(agent, & &1))
  end
end
