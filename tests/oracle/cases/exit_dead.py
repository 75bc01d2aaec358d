"""An exit signal to a dead process is lost in silence."""

from simulator import ANY, atom


def main(proc):
    pid, ref = proc.spawn_monitor(lambda child: None)
    yield proc.receive((atom.DOWN, ref, ANY, ANY, ANY))
    proc.inspect(proc.exit(pid, atom.boom))
