"""A grandchild has its turn after everybody who was there before it."""

from simulator import atom


def main(proc):
    me = proc.pid

    def child(proc, name):
        proc.send(me, (name, 1))
        proc.spawn(lambda grandchild: grandchild.send(me, (name, 2)))
        proc.send(me, (name, 3))

    for name in (atom.a, atom.b):
        proc.spawn(child, name)
    for _ in range(6):
        proc.inspect((yield proc.receive()))
