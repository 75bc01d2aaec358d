"""Anyone may unregister a name; the process then may have another."""

from simulator import atom


def idle(proc):
    yield proc.receive()


def main(proc):
    pid = proc.spawn(idle)
    proc.register(pid, atom.first)
    proc.inspect((proc.unregister(atom.first), proc.whereis(atom.first)))
    proc.inspect((proc.register(pid, atom.second), proc.register(proc.pid, atom.first)))
