# If the first function raises the agent does not start, and nothing is reported.
{:error, {error, [_ | _]}} = Agent.start(fn -> raise "no" end, name: :agent)
IO.inspect(error)
IO.inspect(Process.whereis(:agent))
IO.inspect(Agent.start(fn -> exit(:reason) end))
Process.flag(:trap_exit, true)
IO.inspect(Agent.start_link(fn -> exit(:linked) end))
receive do {:EXIT, _, reason} -> IO.inspect(reason) end
