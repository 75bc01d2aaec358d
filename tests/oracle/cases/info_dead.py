"""There is no information about a dead process: nil."""

from simulator import ANY, atom


def main(proc):
    pid, ref = proc.spawn_monitor(lambda child: None)
    yield proc.receive((atom.DOWN, ref, ANY, ANY, ANY))
    proc.inspect((proc.info(pid), proc.info(pid, atom.status), proc.alive(pid)))
