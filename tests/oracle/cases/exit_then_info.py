"""info waits for the exit signals its caller has sent before: it is nil."""

from simulator import atom


def idle(proc):
    yield proc.receive()


def main(proc):
    pid = proc.spawn(idle)
    yield proc.sleep(20)
    proc.exit(pid, atom.boom)
    proc.inspect((proc.info(pid, atom.links), proc.info(pid)))
