# An interval ends with the process that it is for, and one for an unknown name at once.
main = self()
pid = spawn(fn ->
  Process.register(self(), :worker)
  {:ok, _} = :timer.send_interval(30, main, :for_main)
  receive do :stop -> :ok end
end)
Process.sleep(10)
{:ok, _} = :timer.send_interval(30, pid, :for_worker)
{:ok, _} = :timer.send_interval(30, :worker, :for_worker)
{:ok, _} = :timer.send_interval(30, :nobody, :for_nobody)
Process.sleep(100)
IO.inspect(length(elem(Process.info(pid, :messages), 1)))
send(pid, :stop)
Process.sleep(10)
Process.register(self(), :worker)
Process.sleep(100)
for _ <- 1..4 do
  receive do m -> IO.inspect(m) after 0 -> IO.puts("nothing") end
end
