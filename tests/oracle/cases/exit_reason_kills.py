"""exit(pid, reason) ends a process that does not trap exits, with that reason."""

from simulator import ANY, atom


def idle(proc):
    yield proc.receive()


def main(proc):
    pid, _ = proc.spawn_monitor(idle)
    proc.exit(pid, (atom.because, 1))
    down = yield proc.receive((atom.DOWN, ANY, atom.process, ANY, ANY))
    proc.inspect(down[4])
