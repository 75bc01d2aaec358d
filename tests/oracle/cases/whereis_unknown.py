"""whereis gives nil for a name that nobody has."""

from simulator import atom


def main(proc):
    proc.inspect(proc.whereis(atom.nobody))
