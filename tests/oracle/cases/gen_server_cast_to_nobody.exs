# A cast is :ok whether there is a server or not.
pid = spawn(fn -> :ok end)
Process.sleep(10)
IO.inspect(GenServer.cast(pid, :hello))
IO.inspect(GenServer.cast(:nobody, :hello))
IO.inspect(GenServer.whereis(:nobody))
IO.inspect(GenServer.whereis(pid) == pid)
