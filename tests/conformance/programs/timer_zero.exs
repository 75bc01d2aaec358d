# A timer of no delay fires when all that can be done at once is done, not in the run queue's order.
me = self()
:timer.sleep(1)

log = fn who, what -> send(me, {:log, who, what}) end

spawn(fn ->
  Process.send_after(self(), :zero, 0)
  send(self(), :sent)

  other = self()

  spawn(fn ->
    send(other, :from_child)
    spawn(fn -> send(other, :from_grandchild) end)
  end)

  :erlang.yield()

  for _ <- 1..4 do
    receive do
      x -> log.(:first, x)
    end
  end
end)

spawn(fn ->
  ref = Process.send_after(self(), :never, 0)
  log.(:second, is_integer(Process.cancel_timer(ref)))

  receive do
    :never -> log.(:second, :fired)
  after
    5 -> log.(:second, :cancelled)
  end
end)

pinger = spawn(fn ->
  loop = fn loop, n ->
    receive do
      {:ping, from} -> send(from, {:pong, n})
    end

    loop.(loop, n + 1)
  end

  loop.(loop, 1)
end)

spawn(fn ->
  :erlang.start_timer(0, self(), :started)

  for _ <- 1..20 do
    send(pinger, {:ping, self()})
    receive do: ({:pong, n} -> n)
  end

  receive do
    {:timeout, _, what} -> log.(:third, {:after_all, what})
  end

  {:ok, {:instant, _}} = :timer.send_after(0, :instant)
  receive do
    x -> log.(:third, x)
  after
    0 -> log.(:third, :nothing)
  end
end)

Process.sleep(30)

for who <- [:first, :second, :third] do
  told = fn told ->
    receive do
      {:log, ^who, what} -> [what | told.(told)]
    after
      0 -> []
    end
  end

  IO.inspect({who, told.(told)})
end
