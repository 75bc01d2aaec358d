"""A process that yields goes behind all who are due."""

from simulator import atom


def main(proc):
    me = proc.pid

    def child(proc, first, second):
        proc.send(me, first)
        yield proc.yield_()
        proc.send(me, second)

    proc.spawn(child, atom.a1, atom.a2)
    proc.spawn(child, atom.b1, atom.b2)
    for _ in range(4):
        proc.inspect((yield proc.receive()))
