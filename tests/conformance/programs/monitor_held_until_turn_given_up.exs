# A monitor is held back until its process gives up its turn: the watched one is in the run queue before it.
me = self()
say = fn x -> send(me, {:say, x}) end
flush = fn f -> receive do {:say, x} -> IO.puts(x); f.(f) after 30 -> :ok end end
run = fn name, act ->
  IO.puts("== #{name}")
  q = spawn(fn -> receive do :go -> say.("q") end end)
  r = spawn(fn -> receive do :go -> say.("r") end end)
  p = spawn(fn -> receive do :go -> :ok end; act.(q, r); say.("p") end)
  Process.sleep(5)
  t = spawn(fn -> say.("t"); for _ <- 1..4 do :erlang.yield(); say.("t") end end)
  _ = t
  send(p, :go)
  Process.sleep(5)
  flush.(flush)
end
run.("yield", fn q, _ -> Process.monitor(q); :erlang.yield() end)
run.("demonitor", fn q, _ -> m = Process.monitor(q); Process.demonitor(m, [:flush]) end)
run.("info", fn q, r -> Process.monitor(q); Process.info(r, :links) end)
run.("alive", fn q, r -> Process.monitor(q); send(r, :x); Process.alive?(r) end)
run.("two", fn q, r -> Process.monitor(q); Process.monitor(r); :erlang.yield() end)
run.("exit", fn q, r -> Process.monitor(q); send(r, :go); Process.exit(q, :kill); :erlang.yield() end)
run.("msgs", fn q, r -> Process.monitor(q); send(r, :go); send(q, :go); :erlang.yield() end)
