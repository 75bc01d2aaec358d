"""Spawning, sending, registering, linking and monitoring let nobody else run."""

from simulator import atom


def main(proc):
    me = proc.pid

    def child(proc):
        proc.send(me, atom.child)
        yield proc.receive(atom.never)

    pid = proc.spawn(child)
    proc.link(pid)
    proc.monitor(pid)
    proc.unlink(pid)
    proc.register(pid, atom.child)
    proc.send(pid, atom.hello)
    proc.send_after(pid, atom.alarm, 10_000)
    proc.whereis(atom.child)
    proc.send(me, atom.parent)
    for _ in range(2):
        proc.inspect((yield proc.receive()))
