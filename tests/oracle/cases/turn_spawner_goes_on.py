"""The one who spawns goes on; its children run in the order in which they were spawned."""

from simulator import atom


def main(proc):
    me = proc.pid
    for n in (1, 2, 3, 4):
        proc.spawn(lambda child, n: child.send(me, (atom.child, n)), n)
    proc.send(me, atom.parent)
    for _ in range(5):
        proc.inspect((yield proc.receive()))
