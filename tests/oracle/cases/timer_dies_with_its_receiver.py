"""A timer for a pid is gone when that process ends; one for a dead pid never is."""

from simulator import ANY, Reference, atom


def stoppable(proc):
    yield proc.receive(atom.stop)


def main(proc):
    pid, monitor = proc.spawn_monitor(stoppable)
    ref = proc.send_after(pid, atom.alarm, 10_000)
    proc.inspect(9_900 <= proc.read_timer(ref) <= 10_000)
    proc.send(pid, atom.stop)
    yield proc.receive((atom.DOWN, monitor, ANY, ANY, ANY))
    proc.inspect((proc.read_timer(ref), proc.cancel_timer(ref)))
    late = proc.send_after(pid, atom.alarm, 10_000)
    proc.inspect((isinstance(late, Reference), proc.read_timer(late), proc.cancel_timer(late)))
