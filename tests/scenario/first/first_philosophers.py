"""Philosophers."""

from simulator import ANY, Config, atom

config = Config(until="1s", n=5, naive=True)


def fork(proc):
    while True:
        _, who = yield proc.receive((atom.take, ANY))
        proc.send(who, (atom.taken, proc.pid))
        yield proc.receive((atom.put, who))


def philosopher(proc, left, right):
    first, second = (left, right) if config.naive or left < right else (right, left)
    while True:
        yield proc.sleep(10)
        for f in (first, second):
            proc.send(f, (atom.take, proc.pid))
            yield proc.receive((atom.taken, f))
            yield proc.sleep(1)
        yield proc.sleep(5)
        proc.note("ate")
        proc.send(first, (atom.put, proc.pid))
        proc.send(second, (atom.put, proc.pid))


def main(proc):
    forks = [proc.spawn(fork) for _ in range(config.n)]
    for i in range(config.n):
        proc.spawn(philosopher, forks[i], forks[(i + 1) % config.n])
    yield proc.sleep(0)
