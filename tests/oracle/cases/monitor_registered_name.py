"""The DOWN of a process that was monitored by its name tells {name, node}, not the pid."""

from simulator import ANY, atom


def fragile(proc):
    yield proc.receive(atom.die)
    proc.exit(atom.boom)


def main(proc):
    pid = proc.spawn(fragile)
    proc.register(pid, atom.holder)
    ref = proc.monitor(atom.holder)
    proc.send(atom.holder, atom.die)
    _, _, kind, what, reason = yield proc.receive((atom.DOWN, ref, ANY, ANY, ANY))
    proc.inspect((kind, what, reason))
