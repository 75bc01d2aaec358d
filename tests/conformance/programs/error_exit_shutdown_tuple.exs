# exit({:shutdown, term}) of the main process.
Process.flag(:trap_exit, true)
spawn_link(fn -> exit({:shutdown, :done}) end)
receive do: ({:EXIT, _, r} -> IO.inspect(r))
exit({:shutdown, 7})
