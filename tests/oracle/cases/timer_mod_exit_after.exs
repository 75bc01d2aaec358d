# exit_after and kill_after send exit signals, to itself, a pid or a name.
Process.flag(:trap_exit, true)
{:ok, _} = :timer.exit_after(10, :late)
receive do {:EXIT, _, reason} -> IO.inspect(reason) end
sleeper = fn -> Process.register(self(), :sleeper); Process.sleep(:infinity) end
for start <- [
  &:timer.exit_after(20, &1, :tired),
  &:timer.kill_after(20, &1),
  fn _ -> :timer.exit_after(20, :sleeper, :by_name) end,
  &:timer.exit_after(20, &1, :normal),
  fn _ -> :timer.exit_after(20, :nobody, :lost) end
] do
  pid = spawn_link(sleeper)
  {:ok, {:once, _}} = start.(pid)
  receive do {:EXIT, ^pid, reason} -> IO.inspect(reason) after 60 -> IO.puts("alive"); Process.unlink(pid); Process.exit(pid, :kill) end
end
{:ok, tref} = :timer.kill_after(20)
IO.inspect(:timer.cancel(tref))
Process.sleep(40)
