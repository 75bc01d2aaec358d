"""A timer for a name that nobody has when it fires is lost in silence."""

from simulator import atom


def main(proc):
    ref = proc.send_after(atom.nobody, atom.alarm, 10)
    yield proc.sleep(40)
    proc.inspect(proc.cancel_timer(ref))
