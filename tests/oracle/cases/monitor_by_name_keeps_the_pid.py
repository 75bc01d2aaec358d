"""A monitor by name watches the process that had the name then, also after it lost it."""

from simulator import ANY, atom


def fragile(proc):
    yield proc.receive(atom.die)
    proc.exit(atom.boom)


def main(proc):
    pid = proc.spawn(fragile)
    proc.register(pid, atom.holder)
    ref = proc.monitor(atom.holder)
    proc.unregister(atom.holder)
    proc.send(pid, atom.die)
    _, _, _, what, reason = yield proc.receive((atom.DOWN, ref, atom.process, ANY, ANY))
    proc.inspect((what, reason))
