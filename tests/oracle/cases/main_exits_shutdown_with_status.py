"""exit({:shutdown, n}) in the main process is the way to choose the program's exit status."""

from simulator import atom


def main(proc):
    proc.exit((atom.shutdown, 3))
