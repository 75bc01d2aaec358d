"""At one instant sleepers and receivers of timers run in the order in which their alarms were set."""

from simulator import atom


def main(proc):
    me = proc.pid

    def sleeper(proc, n):
        yield proc.receive(atom.go)
        yield proc.sleep(40)
        proc.send(me, n)

    def waiter(proc, n):
        yield proc.receive(atom.alarm)
        proc.send(me, n)

    w1, s2, w3, s4 = (proc.spawn(fn, n) for n, fn in enumerate((waiter, sleeper, waiter, sleeper), 1))
    yield proc.sleep(20)
    proc.send(s4, atom.go)
    yield proc.yield_()
    proc.send_after(w3, atom.alarm, 40)
    proc.send(s2, atom.go)
    yield proc.yield_()
    proc.send_after(w1, atom.alarm, 40)
    for _ in range(4):
        proc.inspect((yield proc.receive()))
