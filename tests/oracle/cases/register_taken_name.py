"""A name belongs to one process: to register it again fails."""

from simulator import atom


def idle(proc):
    yield proc.receive()


def main(proc):
    proc.register(proc.spawn(idle), atom.taken)
    try:
        proc.register(proc.pid, atom.taken)
        proc.puts("registered")
    except ValueError as error:
        proc.puts(str(error))
