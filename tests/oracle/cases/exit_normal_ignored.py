"""exit(pid, :normal) has no effect on another process that does not trap exits."""

from simulator import atom


def idle(proc):
    yield proc.receive()


def main(proc):
    pid = proc.spawn(idle)
    proc.inspect(proc.exit(pid, atom.normal))
    yield proc.sleep(20)
    proc.inspect(proc.alive(pid))
