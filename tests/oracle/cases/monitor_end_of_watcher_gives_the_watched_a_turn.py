"""The end of a watcher tells the watched process to forget it: a waiting one is put into the queue."""

from simulator import atom


def waiter(proc, caller, n):
    yield proc.receive(atom.go)
    proc.send(caller, n)


def main(proc):
    first, second = (proc.spawn(waiter, proc.pid, n) for n in (1, 2))

    def watcher(proc):
        proc.monitor(first)
        yield proc.receive(atom.end)

    def other(proc):
        proc.send(second, atom.go)
        proc.send(first, atom.go)

    proc.register(proc.spawn(watcher), atom.watcher)
    yield proc.sleep(20)
    proc.send(atom.watcher, atom.end)
    proc.spawn(other)
    for _ in range(2):
        proc.inspect((yield proc.receive()))
