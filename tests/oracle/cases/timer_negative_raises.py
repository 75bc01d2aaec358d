"""A negative time is an error."""

from simulator import atom


def main(proc):
    try:
        proc.send_after(proc.pid, atom.alarm, -1)
        proc.puts("armed")
    except ValueError:
        proc.puts("raised")
