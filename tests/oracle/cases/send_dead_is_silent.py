"""A message to a dead process is lost in silence; send returns it as always."""

from simulator import ANY, atom


def main(proc):
    pid, ref = proc.spawn_monitor(lambda child: None)
    yield proc.receive((atom.DOWN, ref, ANY, ANY, ANY))
    proc.inspect(proc.send(pid, (atom.hello, 1)))
