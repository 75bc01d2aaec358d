"""spawn_monitor is one step: a child that dies at once is not missed, and its reason is its own."""

from simulator import atom


def main(proc):
    pid, ref = proc.spawn_monitor(lambda child: child.exit(atom.early))
    message = yield proc.receive()
    proc.inspect(message == (atom.DOWN, ref, atom.process, pid, atom.early))
