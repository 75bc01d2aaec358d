"""A message that does not match puts a waiting process in the queue as well; by its turn the right one may be there."""

from simulator import atom


def waiter(proc, caller, n):
    yield proc.receive(atom.go)
    proc.send(caller, n)


def main(proc):
    first, second = (proc.spawn(waiter, proc.pid, n) for n in (1, 2))
    yield proc.sleep(20)
    proc.send(first, atom.noise)
    proc.send(second, atom.go)
    proc.send(first, atom.go)
    for _ in range(2):
        proc.inspect((yield proc.receive()))
