"""A monitor is a signal: it puts a waiting process into the queue when the watcher's turn ends."""

from simulator import atom


def waiter(proc, caller, n):
    yield proc.receive(atom.go)
    proc.send(caller, n)


def main(proc):
    first, second = (proc.spawn(waiter, proc.pid, n) for n in (1, 2))
    yield proc.sleep(20)

    def other(proc):
        proc.send(second, atom.go)
        proc.send(first, atom.go)

    proc.spawn(other)
    proc.monitor(first)
    yield proc.yield_()
    for _ in range(2):
        proc.inspect((yield proc.receive(int)))
