"""A timer fires although the process that made it has ended."""

from simulator import ANY, atom


def main(proc):
    me = proc.pid
    _, ref = proc.spawn_monitor(lambda child: child.send_after(me, atom.alarm, 30))
    down = yield proc.receive((atom.DOWN, ref, ANY, ANY, ANY))
    proc.inspect(down[4])
    proc.inspect((yield proc.receive(after=100)))
