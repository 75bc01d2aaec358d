"""In its turn a process goes through all that has arrived before the next process has its turn."""

from simulator import atom


def waiter(proc, caller, n):
    for message in (atom.a, atom.b):
        yield proc.receive(message)
        proc.send(caller, (n, message))


def main(proc):
    pids = [proc.spawn(waiter, proc.pid, n) for n in (1, 2)]
    yield proc.sleep(20)
    for message in (atom.a, atom.b):
        for pid in pids:
            proc.send(pid, message)
    for _ in range(4):
        proc.inspect((yield proc.receive()))
