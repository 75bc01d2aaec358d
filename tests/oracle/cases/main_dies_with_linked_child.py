"""A linked child's exit ends the main process, and the program with status 1."""

from simulator import atom


def main(proc):
    proc.spawn_link(lambda child: child.exit(atom.boom))
    yield proc.sleep(100)
    proc.puts("not reached")
