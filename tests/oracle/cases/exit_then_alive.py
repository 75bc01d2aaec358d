"""alive?/1 waits for the exit signals its caller has sent before: the process is dead."""

from simulator import atom


def idle(proc):
    yield proc.receive()


def main(proc):
    pid = proc.spawn(idle)
    yield proc.sleep(20)
    proc.exit(pid, atom.boom)
    proc.inspect(proc.alive(pid))
    fresh = proc.spawn(idle)
    proc.exit(fresh, atom.boom)
    proc.inspect(proc.alive(fresh))
