"""A registered name stands for its process."""

from simulator import atom


def main(proc):
    proc.inspect(proc.register(proc.pid, atom.me))
    proc.inspect(proc.send(atom.me, atom.hello))
    proc.inspect((yield proc.receive()))
    proc.inspect(proc.whereis(atom.me) == proc.pid)
