"""demonitor ends one monitor; the others of the same process stay."""

from simulator import atom


def fragile(proc):
    yield proc.receive(atom.die)
    proc.exit(atom.boom)


def main(proc):
    pid = proc.spawn(fragile)
    first = proc.monitor(pid)
    second = proc.monitor(pid)
    proc.demonitor(first)
    proc.send(pid, atom.die)
    yield proc.sleep(20)
    down = (atom.DOWN, second, atom.process, pid, atom.boom)
    proc.inspect(proc.info(proc.pid, atom.messages) == (atom.messages, [down]))
