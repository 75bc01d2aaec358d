"""A throw that nobody catches is reported as the error it becomes."""

from simulator import atom


def main(proc):
    proc.spawn(lambda child: child.throw((atom.ball, 1)))
    yield proc.sleep(100)
    proc.puts("goes on")
