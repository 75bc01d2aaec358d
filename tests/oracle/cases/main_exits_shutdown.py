"""exit(:shutdown) in the main process is a good end, too."""

from simulator import atom


def main(proc):
    proc.exit(atom.shutdown)
