"""After a name changed hands messages to it go to its new holder."""

from simulator import atom


def echo(proc, caller, tag):
    proc.send(caller, (tag, (yield proc.receive())))


def main(proc):
    first = proc.spawn(echo, proc.pid, atom.first)
    second = proc.spawn(echo, proc.pid, atom.second)
    proc.register(first, atom.desk)
    proc.send(atom.desk, 1)
    proc.unregister(atom.desk)
    proc.register(second, atom.desk)
    proc.send(atom.desk, 2)
    proc.inspect((yield proc.receive()))
    proc.inspect((yield proc.receive()))
