"""A monitor tells of a normal end, too."""

from simulator import atom


def stoppable(proc):
    yield proc.receive(atom.stop)


def main(proc):
    pid = proc.spawn(stoppable)
    ref = proc.monitor(pid)
    proc.send(pid, atom.stop)
    message = yield proc.receive()
    proc.inspect(message == (atom.DOWN, ref, atom.process, pid, atom.normal))
