"""A task knows who called for it, and whose child it is."""

from simulator import Task, atom


def show(proc):
    return (proc.get(atom("$callers")), proc.get(atom("$ancestors")))


def outer(proc):
    inner = yield Task.await_(proc, Task.async_(proc, show))
    return (show(proc), inner)


def main(proc):
    proc.inspect((yield Task.await_(proc, Task.async_(proc, outer))))
    proc.register(proc.pid, atom.main)
    proc.inspect((yield Task.await_(proc, Task.async_(proc, outer))))
    proc.inspect((yield Task.async_stream(proc, [1], lambda proc, _: proc.get(atom("$callers")))))
