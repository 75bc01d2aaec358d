# Work that a module does not have crashes the task, not who asked for it.
defmodule Work do
  def one(a), do: a
end

Process.flag(:trap_exit, true)
for {name, args} <- [nope: [], one: [1, 2]] do
  task = Task.async(Work, name, args)
  {:exit, {reason, [{module, function, given, _} | _]}} = Task.yield(task)
  IO.inspect({reason, module, function, given})
end
{:ok, agent} = Agent.start(fn -> 1 end)
try do
  Agent.get(agent, Work, :nope, [2])
catch
  :exit, {{reason, [{module, function, given, _} | _]}, _} -> IO.inspect({reason, module, function, given})
end
Process.sleep(100)
