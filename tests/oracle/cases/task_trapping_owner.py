"""An owner that traps exits gets the EXIT of a task that went well, too."""

from simulator import ANY, Task, atom


def main(proc):
    proc.flag(atom.trap_exit, True)
    task = Task.async_(proc, lambda proc: 1)
    proc.inspect((yield Task.await_(proc, task)))
    _, pid, reason = yield proc.receive((atom.EXIT, ANY, ANY))
    proc.inspect((pid == task.pid, reason))
