"""yield tells what has come of a task, or nil; then it can be asked again."""

from simulator import Task, atom


def after(proc, ms, value):
    yield proc.sleep(ms)
    return value


def main(proc):
    task = Task.async_(proc, after, 50, atom.value)
    proc.inspect((yield Task.yield_(proc, task, 20)))
    proc.inspect((yield Task.yield_(proc, task, 0)))
    proc.inspect((yield Task.yield_(proc, task)))
    proc.inspect((yield Task.yield_(proc, task, 20)))
    proc.flag(atom.trap_exit, True)
    proc.inspect((yield Task.yield_(proc, Task.async_(proc, lambda proc: proc.exit(atom.boom)))))
    proc.inspect((yield Task.yield_(proc, Task.async_(proc, lambda proc: proc.exit(atom.normal)))))
