# A monitor that is an alias: how long, by each of its ways.
take = fn take, acc, t -> receive do m -> take.(take, acc ++ [m], t) after t -> acc end end
short = fn messages -> Enum.map(messages, fn m when is_tuple(m) -> elem(m, 0); m -> m end) end

for how <- [:explicit_unalias, :demonitor, :reply_demonitor] do
  # it answers twice and ends
  pid = spawn(fn -> receive do {:go, r} -> send(r, 1); send(r, 2) end end)
  r = :erlang.monitor(:process, pid, [{:alias, how}])
  send(pid, {:go, r})
  IO.inspect({how, short.(take.(take, [], 5))})
  send(r, :after_all)
  IO.inspect({how, take.(take, [], 0), :erlang.unalias(r)})

  # the alias is taken back, the monitor stays
  pid = spawn(fn -> receive do :end -> :ok end end)
  r = :erlang.monitor(:process, pid, [{:alias, how}])
  IO.inspect({how, :erlang.unalias(r), send(r, :lost), take.(take, [], 1)})
  send(pid, :end)
  IO.inspect({how, short.(take.(take, [], 5)), :erlang.unalias(r)})

  # the monitor is ended
  pid = spawn(fn -> receive do :end -> :ok end end)
  r = :erlang.monitor(:process, pid, [{:alias, how}])
  Process.demonitor(r)
  send(r, :after_demonitor)
  IO.inspect({how, take.(take, [], 1), :erlang.unalias(r)})

  # a message through it, and who is watched then
  r = :erlang.monitor(:process, pid, [{:alias, how}])
  send(r, :hello)
  IO.inspect({how, take.(take, [], 1), Process.info(pid, :monitored_by) == {:monitored_by, []}, Process.demonitor(r, [:info, :flush])})
  Process.exit(pid, :kill)
  IO.inspect({how, short.(take.(take, [], 5))})

  # of nobody
  r = :erlang.monitor(:process, :nobody, [{:alias, how}])
  IO.inspect({how, short.(take.(take, [], 5))})
  send(r, :still)
  IO.inspect({how, take.(take, [], 1)})
end
