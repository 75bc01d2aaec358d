"""links are the pids linked now, whoever made the link."""

from simulator import atom


def idle(proc):
    yield proc.receive()


def main(proc):
    first = proc.spawn_link(idle)
    second = proc.spawn(idle)
    proc.link(second)
    proc.inspect(proc.info(proc.pid, atom.links) == (atom.links, [first, second]))
    proc.unlink(first)
    proc.inspect(proc.info(proc.pid, atom.links) == (atom.links, [second]))
    proc.inspect(proc.info(second, atom.links) == (atom.links, [proc.pid]))
