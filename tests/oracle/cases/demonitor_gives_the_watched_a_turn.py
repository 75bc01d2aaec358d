"""So does demonitor."""

from simulator import atom


def waiter(proc, caller, n):
    yield proc.receive(atom.go)
    proc.send(caller, n)


def main(proc):
    first, second = (proc.spawn(waiter, proc.pid, n) for n in (1, 2))
    ref = proc.monitor(first)
    yield proc.sleep(20)
    proc.demonitor(ref)
    proc.send(second, atom.go)
    proc.send(first, atom.go)
    for _ in range(2):
        proc.inspect((yield proc.receive()))
