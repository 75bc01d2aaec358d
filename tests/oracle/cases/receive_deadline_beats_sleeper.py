"""A process that wakes and sends at the very instant of the deadline is too late, too."""

from simulator import atom


def main(proc):
    me = proc.pid

    def late(proc):
        yield proc.receive(atom.go)
        yield proc.receive(atom.nothing, after=40)
        proc.send(me, atom.late)

    proc.send(proc.spawn(late), atom.go)
    yield proc.yield_()
    for _ in range(2):
        message = yield proc.receive(atom.late, after=40)
        proc.puts("timeout" if message is None else "message")
