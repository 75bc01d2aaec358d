# Groups of :pg: who joins and leaves, in which order they are told, what a scope that is not there answers.
attempt = fn f ->
  try do
    f.()
  rescue
    e -> {:raised, e.__struct__, Exception.message(e)}
  catch
    kind, reason -> {kind, reason}
  end
end

waiting = fn -> spawn(fn -> receive do: (:stop -> :ok) end) end
[a, b, c] = for _ <- 1..3, do: waiting.()
names = %{a => :a, b => :b, c => :c, self() => :me}
who = fn pids -> Enum.map(pids, &names[&1]) end

IO.inspect(attempt.(fn -> :pg.get_members(:rooms) end))
IO.inspect(attempt.(fn -> :pg.get_local_members("no scope", :rooms) end))
IO.inspect(attempt.(fn -> :pg.which_groups() end))
IO.inspect(attempt.(fn -> :pg.which_local_groups(:nowhere) end))
IO.inspect(attempt.(fn -> :pg.join(:nowhere, :rooms, []) end))
IO.inspect(attempt.(fn -> :pg.leave(:rooms, []) end))
IO.inspect(attempt.(fn -> :pg.monitor_scope(:nowhere) end))
IO.inspect(attempt.(fn -> :pg.start("scope") end))
IO.inspect(attempt.(fn -> :pg.start_link(7) end))
IO.inspect(attempt.(fn -> :pg.which_groups(7) end))

{:ok, scope} = :pg.start_link()
IO.inspect(Process.whereis(:pg) == scope)
IO.inspect(:pg.start_link() == {:error, {:already_started, scope}})
IO.inspect(:pg.which_groups())

IO.inspect(:pg.join(:rooms, a))
IO.inspect(:pg.join(:rooms, [b, c]))
IO.inspect(:pg.join(:rooms, [a, self()]))
IO.inspect(who.(:pg.get_members(:rooms)))
IO.inspect(who.(:pg.get_local_members(:rooms)))
IO.inspect(:pg.join(1, b))
IO.inspect({:pg.get_members(1.0), who.(:pg.get_members(1))})
IO.inspect(:pg.join("none", []))
IO.inspect(Enum.sort(:pg.which_groups()))
IO.inspect(Enum.sort(:pg.which_local_groups()))

IO.inspect(:pg.leave(:rooms, a))
IO.inspect(who.(:pg.get_members(:rooms)))
IO.inspect(:pg.leave(:rooms, [a, b, b]))
IO.inspect(who.(:pg.get_members(:rooms)))
IO.inspect(:pg.leave(:rooms, a))
IO.inspect(:pg.leave(:rooms, []))
IO.inspect(:pg.leave(:unknown, c))
IO.inspect(:pg.leave(1, b))
IO.inspect(Enum.sort(:pg.which_groups()))

IO.inspect(attempt.(fn -> :pg.join(:rooms, :me) end))
IO.inspect(attempt.(fn -> :pg.join(:rooms, [c, :me]) end))
IO.inspect(attempt.(fn -> :pg.leave(:pg, :rooms, "me") end))
IO.inspect(attempt.(fn -> :pg.leave(:rooms, [1]) end))

send(c, :stop)
Process.sleep(10)
IO.inspect(who.(:pg.get_members(:rooms)))
:pg.join(:rooms, c)
Process.sleep(10)
IO.inspect(who.(:pg.get_members(:rooms)))
IO.inspect(GenServer.stop(:pg))
IO.inspect(:pg.get_members(:rooms))
