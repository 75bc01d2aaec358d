"""spawn_link is one step: a child that dies at once is not missed, and its reason is its own."""

from simulator import ANY, atom


def parent(proc):
    proc.spawn_link(lambda child: child.exit(atom.early))
    yield proc.receive()


def main(proc):
    proc.spawn_monitor(parent)
    down = yield proc.receive((atom.DOWN, ANY, atom.process, ANY, ANY))
    proc.inspect(down[4])
