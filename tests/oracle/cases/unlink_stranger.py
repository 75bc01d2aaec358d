"""To unlink oneself, a dead process or one that was never linked is true."""

from simulator import ANY, atom


def idle(proc):
    yield proc.receive()


def main(proc):
    stranger = proc.spawn(idle)
    dead, ref = proc.spawn_monitor(lambda child: None)
    yield proc.receive((atom.DOWN, ref, ANY, ANY, ANY))
    proc.inspect((proc.unlink(proc.pid), proc.unlink(stranger), proc.unlink(dead)))
