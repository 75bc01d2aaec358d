"""The sender of an exit signal runs on: until the other's turn its name is still there."""

from simulator import atom


def idle(proc):
    yield proc.receive()


def main(proc):
    pid = proc.spawn(idle)
    yield proc.sleep(20)
    proc.register(pid, atom.holder)
    proc.exit(pid, atom.boom)
    before = proc.whereis(atom.holder) == pid
    yield proc.sleep(20)
    proc.inspect((before, proc.whereis(atom.holder)))
