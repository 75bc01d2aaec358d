"""A message to a process that is already due for a turn does not move it."""

from simulator import atom


def waiter(proc, caller, n):
    yield proc.receive(atom.go)
    proc.send(caller, n)


def main(proc):
    pids = [proc.spawn(waiter, proc.pid, n) for n in (1, 2, 3)]
    for pid in reversed(pids):
        proc.send(pid, atom.go)
    for _ in range(3):
        proc.inspect((yield proc.receive()))
