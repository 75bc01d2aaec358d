"""What a task tells its owner is a message with the task's reference, and a DOWN after it."""

from simulator import ANY, Task, atom


def main(proc):
    task = Task.async_(proc, lambda proc: atom.reply)
    _, reply = yield proc.receive((task.ref, ANY))
    proc.inspect(reply)
    _, _, _, pid, reason = yield proc.receive((atom.DOWN, task.ref, atom.process, ANY, ANY))
    proc.inspect((pid == task.pid, reason))
