# What is on its way to an alias when that is taken back.
a = :erlang.alias()
send(a, :to_itself)
IO.inspect({:erlang.unalias(a), receive do m -> m after 5 -> :nothing end})

b = :erlang.alias()
spawn(fn -> send(b, :before_a_turn) end)
:erlang.yield()
IO.inspect({:erlang.unalias(b), receive do m -> m after 5 -> :nothing end})

c = :erlang.alias()
spawn(fn -> Process.sleep(5); send(c, :too_late) end)
IO.inspect({:erlang.unalias(c), receive do m -> m after 15 -> :nothing end})

pid = spawn(fn -> Process.sleep(:infinity) end)
d = :erlang.monitor(:process, pid, [{:alias, :demonitor}])
send(d, :to_itself)
Process.demonitor(d)
IO.inspect(receive do m -> m after 5 -> :nothing end)

# an alias outlives a name, and dies with its process
me = self()
dying = spawn(fn -> send(me, {:alias, :erlang.alias()}); receive do :end -> :ok end end)
receive do {:alias, e} ->
  send(dying, :end)
  Process.sleep(5)
  IO.inspect(send(e, :nobody_there))
end
IO.inspect(Process.info(self(), :message_queue_len))
