"""A completed task has a result and no process."""

from simulator import ArgumentError, Task, atom, inspect


def main(proc):
    task = Task.completed(proc, atom.done)
    proc.puts(inspect(Task(task.mfa, atom.owner, task.pid, task.ref)))
    proc.inspect((yield Task.await_(proc, task)))
    proc.inspect((yield Task.yield_(proc, Task.completed(proc, 1))))
    proc.inspect((yield Task.await_many(proc, [Task.async_(proc, lambda proc: 2), Task.completed(proc, 3)])))
    try:
        yield Task.shutdown(proc, task)
    except ArgumentError as error:
        proc.puts(str(error))
