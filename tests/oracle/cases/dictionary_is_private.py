"""Each process has a dictionary of its own; a child does not inherit it."""

from simulator import atom


def main(proc):
    me = proc.pid
    proc.put(atom.key, atom.mine)
    proc.spawn(lambda child: child.send(me, child.get(atom.key, atom.nothing)))
    proc.inspect((yield proc.receive()))
