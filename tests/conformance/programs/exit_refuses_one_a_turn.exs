# A process that a signal has ended answers the signals behind it one a turn: others go on between them.
:ets.new(:log, [:named_table, :public, :ordered_set])
tell = fn x -> :ets.insert(:log, {:erlang.unique_integer([:monotonic]), x}) end

rounds = [
  monitors: [:monitor, :monitor, :monitor],
  one: [:monitor],
  mixed: [:exit, :link, :monitor],
  messages: [:message, :monitor, :message],
  ended: [:monitored, :monitor]
]

for {name, ops} <- rounds do
  target = spawn(fn -> Process.sleep(:infinity) end)
  Process.sleep(5)
  tell.(name)

  spawn(fn ->
    Process.flag(:trap_exit, true)
    Process.exit(target, :boom)

    for op <- ops do
      case op do
        :monitor -> Process.monitor(target)
        :monitored -> Process.demonitor(Process.monitor(target))
        :link -> Process.link(target)
        :exit -> Process.exit(target, :more)
        :message -> send(target, :x)
      end
    end

    for n <- 1..3 do
      receive do
        {:DOWN, _, _, _, reason} -> tell.({n, :down, reason})
        {:EXIT, _, reason} -> tell.({n, :exit, reason})
      after
        3 -> tell.({n, :nothing})
      end
    end
  end)

  spawn(fn ->
    for n <- 1..6 do
      tell.({:turn, n})
      :erlang.yield()
    end
  end)

  Process.sleep(30)
end

for {_, x} <- :ets.tab2list(:log), do: IO.inspect(x)
