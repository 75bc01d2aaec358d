"""A process that an exit signal reaches before its first turn never runs a line."""

from simulator import ANY, atom


def main(proc):
    me = proc.pid
    pid, _ = proc.spawn_monitor(lambda child: child.send(me, atom.ran))
    proc.send(pid, atom.message)
    proc.exit(pid, atom.boom)
    down = yield proc.receive((atom.DOWN, ANY, atom.process, ANY, ANY))
    proc.inspect(down[4])
    proc.inspect(proc.info(me, atom.messages))
