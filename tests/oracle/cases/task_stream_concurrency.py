"""So many tasks run at a time, and the next starts when one has ended."""

from simulator import Task, atom


def work(proc, n, main):
    proc.send(main, (atom.start, n))
    yield proc.sleep(n)
    proc.send(main, (atom.end, n))


def main(proc):
    yield Task.async_stream(proc, [100, 50, 101, 51], work, proc.pid, max_concurrency=2)
    proc.inspect(proc.info(proc.pid, atom.messages))
