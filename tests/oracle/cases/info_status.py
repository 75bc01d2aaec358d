"""A process is running, due for a turn (runnable) or waiting."""

from simulator import atom


def idle(proc):
    yield proc.receive()


def main(proc):
    waiting = proc.spawn(idle)
    yield proc.sleep(20)
    fresh = proc.spawn(idle)
    proc.inspect([proc.info(pid, atom.status) for pid in (proc.pid, fresh, waiting)])
