"""Timers: a message for later, and how to call it off

send_after arms a timer and returns at once. :tick comes at 500 ms, like any other message. At 300 ms
read_timer says that 200 ms are left; once the timer has fired, it says false.

The alarm is to come at 2000 ms, but cancel_timer disarms it at 500 ms, with 1500 ms to go. It never
comes: the receive waits until 3000 ms. To cancel twice, or too late, answers false, and a message that
has already come stays in the mailbox.

A timer belongs to whom it is for: the one for sleeper is void when sleeper has ended, at 100 ms.

Try: simulator run timers --set cancel=false
     simulator diagram timers -o timers.png
"""

from simulator import Config, atom

config = Config(cancel=True)


def sleeper(proc):
    yield proc.sleep(100)


def main(proc):
    tick = proc.send_after(proc.pid, atom.tick, 500)
    alarm = proc.send_after(proc.pid, atom.alarm, 2000)
    void = proc.send_after(proc.spawn(sleeper), atom.wake_up, 1000)

    yield proc.sleep(300)
    proc.inspect(proc.read_timer(tick), label="300 ms: tick, milliseconds left")
    proc.inspect(proc.read_timer(void), label="300 ms: wake_up, its receiver has ended")
    proc.inspect((yield proc.receive()), label=f"{proc.now_ms} ms: received")
    proc.inspect(proc.read_timer(tick), label=f"{proc.now_ms} ms: tick has fired")

    if config.cancel:
        proc.inspect(proc.cancel_timer(alarm), label=f"{proc.now_ms} ms: alarm cancelled, with so much left")
        proc.inspect(proc.cancel_timer(alarm), label=f"{proc.now_ms} ms: alarm cancelled again")
    proc.inspect((yield proc.receive(after=2500)), label=f"{proc.now_ms} ms: alarm")
