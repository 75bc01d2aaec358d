"""To send to a name that nobody has raises in the sender."""

from simulator import atom


def main(proc):
    try:
        proc.send(atom.nobody, atom.hi)
        proc.puts("sent")
    except ValueError as error:
        proc.puts(str(error))
