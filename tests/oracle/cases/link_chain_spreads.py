"""A crash runs along a chain of links; everyone ends with the first one's reason."""

from simulator import ANY, atom


def chain(proc, n):
    if n == 0:
        proc.exit(atom.at_the_end)
    proc.spawn_link(chain, n - 1)
    yield proc.receive()


def main(proc):
    _, ref = proc.spawn_monitor(chain, 2)
    down = yield proc.receive((atom.DOWN, ref, atom.process, ANY, ANY))
    proc.inspect(down[4])
