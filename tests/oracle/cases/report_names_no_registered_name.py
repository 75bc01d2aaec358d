"""A crash report names the process by its pid, registered or not."""

from simulator import ArgumentError, atom


def child(proc):
    proc.register(proc.pid, atom.bob)
    raise ArgumentError("bad")


def main(proc):
    proc.spawn(child)
    yield proc.sleep(100)
    proc.puts("goes on")
