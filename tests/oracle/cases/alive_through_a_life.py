"""A process is alive from its spawn to the end of its function."""

from simulator import atom


def stoppable(proc):
    yield proc.receive(atom.stop)


def main(proc):
    pid = proc.spawn(stoppable)
    fresh = proc.alive(pid)
    yield proc.sleep(20)
    waiting = proc.alive(pid)
    proc.send(pid, atom.stop)
    due = proc.alive(pid)
    yield proc.sleep(20)
    proc.inspect((fresh, waiting, due, proc.alive(pid), proc.alive(proc.pid)))
