"""A process whose function returns ends with reason :normal, whatever it returned."""

from simulator import ANY, atom


def main(proc):
    proc.spawn_monitor(lambda child: atom.anything)
    down = yield proc.receive((atom.DOWN, ANY, atom.process, ANY, ANY))
    proc.inspect(down[4])
