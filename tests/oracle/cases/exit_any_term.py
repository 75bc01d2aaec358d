"""exit/1 ends a process with any term as its reason."""

from simulator import ANY, atom


def main(proc):
    proc.spawn_monitor(lambda child: child.exit((atom.a, [1, "s", 2.5], None)))
    down = yield proc.receive((atom.DOWN, ANY, atom.process, ANY, ANY))
    proc.inspect(down[4])
