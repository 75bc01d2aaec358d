"""exit(:normal) in the main process is a good end."""

from simulator import atom


def main(proc):
    proc.puts("before")
    proc.exit(atom.normal)
