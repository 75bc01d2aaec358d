"""The second cancel_timer is false, as is one of a reference that is no timer."""

from simulator import atom


def main(proc):
    ref = proc.send_after(proc.pid, atom.alarm, 10_000)
    left = proc.cancel_timer(ref)
    number = isinstance(left, (int, float)) and not isinstance(left, bool)
    proc.inspect((number, proc.cancel_timer(ref), proc.cancel_timer(proc.make_ref())))
