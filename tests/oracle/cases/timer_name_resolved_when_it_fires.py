"""A timer for a name finds who has it when it fires, even one who got it later."""

from simulator import atom


def main(proc):
    proc.send_after(atom.later, atom.alarm, 30)
    proc.register(proc.pid, atom.later)
    message = yield proc.receive(after=100)
    proc.inspect(message)
