"""A monitor can be ended only by the process that made it."""

from simulator import ANY, atom


def fragile(proc):
    yield proc.receive(atom.die)
    proc.exit(atom.boom)


def main(proc):
    me = proc.pid
    pid = proc.spawn(fragile)
    ref = proc.monitor(pid)
    proc.spawn(lambda other: other.send(me, (atom.result, other.demonitor(ref, info=True))))
    _, result = yield proc.receive((atom.result, ANY))
    proc.inspect(result)
    proc.send(pid, atom.die)
    down = yield proc.receive((atom.DOWN, ref, ANY, ANY, ANY))
    proc.inspect(down[4])
