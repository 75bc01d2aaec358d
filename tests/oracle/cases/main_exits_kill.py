"""exit(:kill) by the main process itself is a reason like any other."""

from simulator import atom


def main(proc):
    proc.exit(atom.kill)
