"""A map pattern matches maps that have its keys, and perhaps more."""

from simulator import ANY, atom


def main(proc):
    for message in ({atom.b: 1}, {atom.a: 2, atom.b: 3}, {}):
        proc.send(proc.pid, message)
    proc.inspect((yield proc.receive({atom.a: ANY})))
    proc.inspect((yield proc.receive({})))
