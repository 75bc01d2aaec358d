"""A task is a struct of its mfa, its owner, its pid and its monitor."""

from simulator import Task, atom, inspect


class Work:
    def add(proc, a, b):
        return a + b


def main(proc):
    task = Task.async_(proc, Work, "add", [1, 2])
    proc.inspect(task.mfa)
    proc.puts(inspect(task))
    proc.inspect((task.owner == proc.pid, (yield Task.await_(proc, task))))
    proc.inspect(Task.async_(proc, lambda proc: 1).mfa)
    spec = Task.child_spec(atom.arg)
    proc.inspect({**spec, atom.start: (spec[atom.start][0], atom.start_link, spec[atom.start][2])})
