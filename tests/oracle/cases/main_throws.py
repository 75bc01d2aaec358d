"""So does a throw."""

from simulator import atom


def main(proc):
    proc.throw((atom.ball, 1))
