# Who watches groups of :pg is told of each that joins, leaves or ends.
children = [%{id: :pg, start: {:pg, :start_link, [:chat]}}]
{:ok, _} = Supervisor.start_link(children, strategy: :one_for_one)
waiting = fn -> spawn(fn -> receive do: (:stop -> :ok) end) end
[a, b, c] = for _ <- 1..3, do: waiting.()
names = %{a => :a, b => :b, c => :c}
who = fn pids -> Enum.map(pids, &names[&1]) end

:pg.join(:chat, :lobby, [a, b])
{all, groups} = :pg.monitor_scope(:chat)
IO.inspect(Map.new(groups, fn {group, pids} -> {group, who.(pids)} end))
{lobby, pids} = :pg.monitor(:chat, :lobby)
IO.inspect(who.(pids))
{den, pids} = :pg.monitor(:chat, :den)
IO.inspect(pids)
refs = %{all => :all, lobby => :lobby, den => :den}

flush = fn flush ->
  receive do
    {ref, verb, group, pids} ->
      IO.inspect({refs[ref], verb, group, who.(pids)})
      flush.(flush)
  after
    10 -> IO.puts("no more")
  end
end

:pg.join(:chat, :lobby, c)
:pg.join(:chat, :den, [a, a])
:pg.leave(:chat, :lobby, [b, c, b])
:pg.leave(:chat, :lobby, b)
flush.(flush)

send(a, :stop)
flush.(flush)

:pg.join(:chat, :den, b)
IO.inspect(:pg.demonitor(:chat, den))
IO.inspect(:pg.demonitor(:chat, den))
IO.inspect(:pg.demonitor(:chat, make_ref()))
flush.(flush)
IO.inspect(:pg.demonitor(:chat, all))
:pg.leave(:chat, :den, b)
flush.(flush)

watcher = spawn(fn -> :pg.monitor(:chat, :lobby); :pg.monitor_scope(:chat) end)
Process.sleep(10)
IO.inspect(Process.alive?(watcher))
:pg.join(:chat, :lobby, b)
flush.(flush)
state = :sys.get_state(:chat)
IO.inspect({elem(state, 0), elem(state, 1), elem(state, 3), tuple_size(state)})
IO.inspect(map_size(elem(state, 4)) + map_size(elem(state, 5)) + map_size(elem(state, 6)))
IO.inspect(:pg.which_groups(:chat))
IO.inspect(elem(catch_exit = try do :pg.monitor(:lobby) catch :exit, reason -> reason end, 0))
IO.inspect(elem(catch_exit, 1))

{:ok, other} = :pg.start(:other)
:pg.join(:other, :lobby, b)
IO.inspect({who.(:pg.get_members(:other, :lobby)), :pg.get_members(:other, :den)})
Process.exit(other, :kill)
Process.sleep(10)
IO.inspect(:pg.get_members(:other, :lobby))
