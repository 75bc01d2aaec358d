"""The crash of a linked process ends one that does not trap exits, with the same reason."""

from simulator import ANY, atom


def parent(proc):
    proc.spawn_link(lambda child: child.exit((atom.boom, 1)))
    yield proc.receive()


def main(proc):
    proc.spawn_monitor(parent)
    down = yield proc.receive((atom.DOWN, ANY, atom.process, ANY, ANY))
    proc.inspect(down[4])
