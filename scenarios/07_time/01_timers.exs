# Timers: a message for later, and how to call it off
#
# :tick comes at 500 ms, like any other message. The alarm is cancelled with 1500 ms to go: it never comes. To
# cancel twice answers false. A timer whose receiver has ended is void.
#
# Try: simulator diagram timers.exs -o timers.png

now = fn -> System.monotonic_time(:millisecond) end
sleeper = fn -> Process.sleep(100) end

tick = Process.send_after(self(), :tick, 500)
alarm = Process.send_after(self(), :alarm, 2000)
void = Process.send_after(spawn(sleeper), :wake_up, 1000)

Process.sleep(300)
IO.inspect(Process.read_timer(tick), label: "300 ms: tick, milliseconds left")
IO.inspect(Process.read_timer(void), label: "300 ms: wake_up, its receiver has ended")

receive do
  message -> IO.inspect(message, label: "#{now.()} ms: received")
end

IO.inspect(Process.read_timer(tick), label: "#{now.()} ms: tick has fired")
IO.inspect(Process.cancel_timer(alarm), label: "#{now.()} ms: alarm cancelled, with so much left")
IO.inspect(Process.cancel_timer(alarm), label: "#{now.()} ms: alarm cancelled again")

receive do
  message -> IO.inspect(message, label: "#{now.()} ms: alarm")
after
  2500 -> IO.inspect(nil, label: "#{now.()} ms: alarm")
end
