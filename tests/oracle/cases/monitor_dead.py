"""To monitor a dead process gives a DOWN with :noproc."""

from simulator import ANY, atom


def main(proc):
    pid, ref = proc.spawn_monitor(lambda child: child.exit(atom.boom))
    down = yield proc.receive((atom.DOWN, ref, ANY, ANY, ANY))
    proc.inspect(down[4])
    again = proc.monitor(pid)
    down = yield proc.receive((atom.DOWN, again, atom.process, pid, ANY))
    proc.inspect(down[4])
