# Down messages of several monitored processes.
children =
  for {name, fun} <- [
        quiet: fn -> :ok end,
        leaves: fn -> exit(:leaving) end,
        waits: fn -> Process.sleep(20) end
      ] do
    {pid, ref} = spawn_monitor(fun)
    {name, pid, ref}
  end

for {name, pid, ref} <- children do
  receive do
    {:DOWN, ^ref, :process, ^pid, reason} -> IO.inspect({name, reason})
  after
    100 -> IO.puts("#{name} still there")
  end
end

ref = Process.monitor(elem(hd(children), 1))
receive do: ({:DOWN, ^ref, _, _, reason} -> IO.inspect(reason))
IO.inspect(Process.demonitor(ref, [:flush, :info]))
