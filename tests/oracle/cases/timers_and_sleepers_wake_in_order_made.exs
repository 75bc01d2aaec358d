# At one instant sleepers and receivers of timers run in the order in which their alarms were set.
defmodule Main do
  def main do
    me = self()
    sleeper = fn n -> spawn(fn -> receive do :go -> Process.sleep(40) end; send(me, n) end) end
    waiter = fn n -> spawn(fn -> receive do :alarm -> send(me, n) end end) end
    [w1, s2, w3, s4] = [waiter.(1), sleeper.(2), waiter.(3), sleeper.(4)]
    Process.sleep(20)
    align(System.monotonic_time(:millisecond))
    send(s4, :go)
    :erlang.yield()
    Process.send_after(w3, :alarm, 40)
    send(s2, :go)
    :erlang.yield()
    Process.send_after(w1, :alarm, 40)
    for _ <- 1..4, do: (receive do message -> IO.inspect(message) end)
  end

  def align(ms), do: if(System.monotonic_time(:millisecond) == ms, do: align(ms))
end

Main.main()
