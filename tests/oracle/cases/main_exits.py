"""So does exit/1 with any reason but the good ones."""

from simulator import atom


def main(proc):
    proc.exit((atom.boom, "s"))
