"""No process but its owner can ask for a task."""

from simulator import ArgumentError, Task, atom


def work(proc):
    yield proc.sleep(200)
    return 1


def stranger(proc, main, task):
    for ask in (
        lambda: Task.await_(proc, task),
        lambda: Task.await_many(proc, [task]),
        lambda: Task.yield_(proc, task),
        lambda: Task.yield_many(proc, [task]),
        lambda: Task.shutdown(proc, task),
        lambda: Task.ignore(proc, task),
    ):
        try:
            yield ask()
        except ArgumentError as error:
            proc.puts(str(error))
    proc.send(main, atom.asked)


def main(proc):
    task = Task.async_(proc, work)
    proc.spawn(stranger, proc.pid, task)
    yield proc.receive(atom.asked)
    proc.inspect((yield Task.await_(proc, task)))
