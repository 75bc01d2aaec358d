# A task dies with its owner, for the same reason; not if that ends normally.
main = self()
for reason <- [:boom, :normal] do
  spawn(fn ->
    task = Task.async(fn -> Process.sleep(50); send(main, :went_on) end)
    send(main, {:pid, task.pid})
    Process.sleep(20)
    exit(reason)
  end)
  pid = receive do {:pid, pid} -> pid end
  ref = Process.monitor(pid)
  receive do {:DOWN, ^ref, _, _, reason} -> IO.inspect(reason) end
  IO.inspect(Process.info(self(), :messages))
end
