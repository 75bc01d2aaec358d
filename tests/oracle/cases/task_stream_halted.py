"""Who wants no more of a stream has the tasks that still run killed."""

from itertools import count

from simulator import Task, atom


def work(proc, ms, main):
    yield proc.sleep(ms)
    proc.send(main, ms)
    return ms


def taking(n):
    taken = []

    def each(result):
        taken.append(result)
        return atom.halt if len(taken) == n else None

    return each


def numbers(proc):
    for n in count(1):
        proc.send(proc.pid, (atom.wanted, n))
        yield n


def main(proc):
    proc.inspect((yield Task.async_stream(proc, [20, 50, 100, 200], work, proc.pid, max_concurrency=4, each=taking(2))))
    yield proc.sleep(300)
    proc.inspect(proc.info(proc.pid, atom.messages))
    squares = Task.async_stream(proc, numbers(proc), lambda proc, n: n * n, max_concurrency=2, each=taking(2))
    proc.inspect((yield squares))
    proc.inspect(proc.info(proc.pid, atom.messages))
