"""A :kill that comes through a link stays :kill: only exit(pid, :kill) becomes :killed."""

from simulator import ANY, atom


def parent(proc):
    proc.spawn_link(lambda child: child.exit(atom.kill))
    yield proc.receive()


def main(proc):
    proc.spawn_monitor(parent)
    down = yield proc.receive((atom.DOWN, ANY, atom.process, ANY, ANY))
    proc.inspect(down[4])
