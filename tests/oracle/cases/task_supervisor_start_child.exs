# start_child starts a task that nobody awaits, restarted if that is asked for.
{:ok, sup} = Task.Supervisor.start_link()
main = self()
{:ok, pid} = Task.Supervisor.start_child(sup, fn -> send(main, {:ran, self()}); exit(:boom) end)
receive do {:ran, ran} -> IO.inspect(ran == pid) end
Process.sleep(100)
IO.inspect(Task.Supervisor.children(sup))
{:ok, pid} = Task.Supervisor.start_child(sup, fn ->
  send(main, {:ran, self()})
  receive do reason -> exit(reason) end
end, restart: :transient)
receive do {:ran, ^pid} -> send(pid, :crash) end
receive do {:ran, again} -> IO.inspect(again != pid); send(again, :normal) end
Process.sleep(100)
IO.inspect(Task.Supervisor.children(sup))
{:ok, pid} = Task.Supervisor.start_child(sup, Process, :sleep, [1_000])
IO.inspect(Task.Supervisor.children(sup) == [pid])
IO.inspect(Task.Supervisor.terminate_child(sup, pid))
IO.inspect(Task.Supervisor.terminate_child(sup, pid))
IO.inspect(Task.Supervisor.children(sup))
