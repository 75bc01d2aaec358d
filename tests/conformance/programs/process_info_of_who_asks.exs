# A process that asks another counts the answer among its messages until it has its turn: who asks it then is told so.
me = self()
idle = fn -> spawn(fn -> receive do :go -> :ok end; Process.sleep(20) end) end

ask = fn name, item, between, question ->
  early = unless between, do: idle.()
  asker = spawn(fn -> receive do {:go, target} -> send(me, {:asker, question.(target)}) end end)
  target = early || idle.()

  second = spawn(fn ->
    receive do :go -> :ok end
    send(me, {:second, Process.info(asker, item)})
  end)

  send(asker, {:go, target})
  send(second, :go)

  order = for _ <- 1..2 do
    receive do {who, x} -> {who, x} end
  end

  IO.inspect({name, order})
end

for between <- [false, true] do
  ask.(:links, :message_queue_len, between, fn t -> Process.info(t, :links) end)
  ask.(:dictionary, :message_queue_len, between, fn t -> Process.info(t, :dictionary) end)
  ask.(:trap, :message_queue_len, between, fn t -> Process.info(t, :trap_exit) end)
  ask.(:alive, :message_queue_len, between, fn t -> send(t, :x); Process.alive?(t) end)
  ask.(:linked, :message_queue_len, between, fn t -> Process.link(t); Process.alive?(t) end)
  ask.(:links, :trap_exit, between, fn t -> Process.info(t, :links) end)
  ask.(:links, :registered_name, between, fn t -> Process.info(t, :links) end)
  ask.(:linked, :trap_exit, between, fn t -> Process.link(t); Process.alive?(t) end)
end
