"""To unregister a name that nobody has raises."""

from simulator import atom


def main(proc):
    try:
        proc.unregister(atom.nobody)
        proc.puts("unregistered")
    except ValueError as error:
        proc.puts(str(error))
