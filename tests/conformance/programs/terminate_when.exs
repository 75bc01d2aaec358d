# When terminate is called: of a server that traps exits by its parent, of one that does not never.
defmodule W do
  use GenServer
  def init({name, trap}), do: (Process.flag(:trap_exit, trap); {:ok, name})
  def handle_info(m, name), do: (IO.inspect({name, :info, elem(m, 0), elem(m, 2)}); {:noreply, name})
  def handle_cast(:stop, name), do: {:stop, :normal, name}
  def terminate(reason, name), do: IO.inspect({name, :terminate, reason})
end

parent = fn name, trap, f ->
  {pid, ref} = spawn_monitor(fn ->
    {:ok, s} = GenServer.start_link(W, {name, trap})
    f.(s)
  end)
  _ = {pid, ref}
  reason = receive do {:DOWN, _, _, _, r} -> r end
  Process.sleep(5)
  IO.inspect({name, :parent, reason})
end

parent.(:traps, true, fn _ -> exit(:bye) end)
parent.(:not, false, fn _ -> exit(:bye) end)
parent.(:traps_normal, true, fn _ -> :ok end)
parent.(:not_normal, false, fn _ -> :ok end)
parent.(:signal, true, fn s -> Process.exit(s, :other); Process.sleep(5); GenServer.stop(s) end)
parent.(:stranger, true, fn s -> spawn(fn -> Process.exit(s, :other) end); Process.sleep(5); GenServer.stop(s, :shutdown) end)
parent.(:cast, true, fn s -> GenServer.cast(s, :stop); Process.sleep(5) end)
parent.(:linked, true, fn s -> spawn(fn -> Process.link(s); exit(:crash) end); Process.sleep(5); Process.unlink(s); Process.exit(s, :kill) end)
