# Where there is no supervisor a request for a task exits.
try do
  Task.Supervisor.async(:nobody, fn -> 1 end)
catch
  :exit, {reason, {module, function, [who, {what, [{node, _, _}, monitor], restart, shutdown}, timeout]}} ->
    IO.inspect({reason, module, function, who, what, node, monitor, restart, shutdown, timeout})
end
IO.inspect(Task.Supervisor.child_spec(name: :tasks).id)
IO.inspect(Task.Supervisor.child_spec([]))
