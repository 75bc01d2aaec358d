"""A task's first turn comes after those that wait for theirs already, and after its owner's."""

from simulator import Task, atom


def tell(proc, main, what):
    proc.send(main, what)
    return what


def main(proc):
    yield Task.await_(proc, Task.async_(proc, lambda proc: atom.loaded))
    proc.spawn(tell, proc.pid, atom.before)
    tasks = [Task.async_(proc, tell, proc.pid, n) for n in (1, 2, 3)]
    proc.spawn(tell, proc.pid, atom("after"))
    proc.send(proc.pid, atom.owner)
    replies = yield Task.await_many(proc, tasks)
    yield proc.sleep(10)
    proc.inspect((replies, proc.info(proc.pid, atom.messages)))
