"""A negative timeout is an error of the process."""

from simulator import atom


def main(proc):
    try:
        yield proc.receive(atom.never, after=-1)
        proc.puts("timeout")
    except ValueError:
        proc.puts("raised")
