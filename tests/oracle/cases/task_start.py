"""start starts a task that nobody waits for; its crash is reported and harms nobody."""

from simulator import Pid, Task, atom


def oops(proc):
    raise RuntimeError("oops")


def main(proc):
    _, pid = Task.start(proc, oops)
    yield proc.sleep(100)
    proc.inspect((isinstance(pid, Pid), proc.alive(pid)))
    for reason in (atom.shutdown, (atom.shutdown, 1), atom.normal):
        Task.start(proc, lambda proc, reason: proc.exit(reason), reason)
    yield proc.sleep(100)
    proc.inspect(proc.info(proc.pid, [atom.messages, atom.monitors]))
