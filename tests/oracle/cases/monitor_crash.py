"""A crash reaches a monitor as a message; the watcher lives, trapping or not."""

from simulator import ANY, atom


def fragile(proc):
    yield proc.receive(atom.die)
    proc.exit(atom.boom)


def main(proc):
    pid = proc.spawn(fragile)
    ref = proc.monitor(pid)
    proc.send(pid, atom.die)
    down = yield proc.receive((atom.DOWN, ref, atom.process, pid, ANY))
    proc.inspect(down[4])
