""":shutdown and {:shutdown, term} spread through links like any reason but :normal."""

from simulator import ANY, atom


def parent(proc, reason):
    proc.spawn_link(lambda child: child.exit(reason))
    yield proc.receive()


def main(proc):
    for reason in (atom.shutdown, (atom.shutdown, atom.done), atom.noproc):
        proc.spawn_monitor(parent, reason)
        down = yield proc.receive((atom.DOWN, ANY, atom.process, ANY, ANY))
        proc.inspect(down[4])
