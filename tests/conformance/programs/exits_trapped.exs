# Exit signals, trapped or not, with each kind of reason, from links and from Process.exit.
result = fn trap, f ->
  {pid, ref} = spawn_monitor(fn ->
    Process.flag(:trap_exit, trap)
    me = self()
    f.(me)
    got = receive do {:EXIT, _, r} -> {:got, r} after 20 -> :nothing end
    exit({:done, got})
  end)
  _ = {pid, ref}
  receive do {:DOWN, _, _, _, r} -> r end
end

for trap <- [true, false], reason <- [:normal, :shutdown, :kill, :killed, :other, {:shutdown, 1}] do
  a = result.(trap, fn me -> spawn(fn -> Process.exit(me, reason) end); :ok end)
  b = result.(trap, fn _ -> spawn_link(fn -> exit(reason) end); :ok end)
  c = result.(trap, fn me -> Process.exit(me, reason) end)
  IO.inspect({trap, reason, a, b, c}, width: 200)
end

IO.inspect(result.(true, fn _ -> spawn_link(fn -> throw(:x) end) end) |> elem(1) |> elem(1) |> elem(0))
IO.inspect(result.(true, fn _ -> Process.link(spawn(fn -> :ok end)); Process.sleep(2) end))
IO.inspect(result.(true, fn _ -> p = spawn(fn -> :ok end); Process.sleep(2); Process.link(p) end))
IO.inspect(result.(true, fn _ -> p = spawn_link(fn -> Process.sleep(5); exit(:late) end); Process.unlink(p) end))
