"""To monitor a name that nobody has gives a DOWN with :noproc, for {name, node}."""

from simulator import ANY, atom


def main(proc):
    ref = proc.monitor(atom.nobody)
    _, _, kind, what, reason = yield proc.receive((atom.DOWN, ref, ANY, ANY, ANY))
    proc.inspect((kind, what, reason))
