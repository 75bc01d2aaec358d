"""exit/1 with any reason, and any exit signal, end a process without a report."""

from simulator import atom


def idle(proc):
    yield proc.receive()


def parent(proc):
    proc.spawn_link(lambda child: child.exit((atom.bang, 1)))
    yield proc.receive()


def main(proc):
    proc.spawn(lambda child: child.exit(atom.boom))
    proc.spawn(parent)
    proc.exit(proc.spawn(idle), atom.kill)
    yield proc.sleep(100)
    proc.puts("goes on")
