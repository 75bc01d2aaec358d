"""Waiting processes run in the order in which messages woke them."""

from simulator import atom


def waiter(proc, caller, n):
    yield proc.receive(atom.go)
    proc.send(caller, n)


def main(proc):
    pids = [proc.spawn(waiter, proc.pid, n) for n in (1, 2, 3, 4)]
    yield proc.sleep(20)
    for n in (3, 1, 4, 2):
        proc.send(pids[n - 1], atom.go)
    for _ in range(4):
        proc.inspect((yield proc.receive()))
