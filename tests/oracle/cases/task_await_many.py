"""await_many gives the replies in the order of the tasks, whatever their own."""

from simulator import Task, atom


def after(proc, ms, value):
    yield proc.sleep(ms)
    return value


def main(proc):
    tasks = [Task.async_(proc, after, n, n) for n in (60, 20, 40)]
    proc.inspect((yield Task.await_many(proc, tasks)))
    proc.inspect((yield Task.await_many(proc, [])))
    task = Task.async_(proc, lambda proc: atom.twice)
    proc.inspect((yield Task.await_many(proc, [task, task])))
    proc.inspect(proc.info(proc.pid, atom.messages))
