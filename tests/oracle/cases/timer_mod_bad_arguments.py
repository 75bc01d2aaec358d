"""What is no time, no receiver or no timer is {:error, :badarg}."""

from simulator import atom, timer


def main(proc):
    for request in (
        lambda: timer.send_after(proc, -1, atom.hello),
        lambda: timer.send_after(proc, atom.soon, proc.pid, atom.hello),
        lambda: timer.send_after(proc, 10, "name", atom.hello),
        lambda: timer.send_interval(proc, -1, atom.hello),
        lambda: timer.send_interval(proc, 10, 5, atom.hello),
        lambda: timer.apply_after(proc, -1, main),
        lambda: timer.apply_interval(proc, atom.soon, main),
        lambda: timer.exit_after(proc, -1, atom.hello),
        lambda: timer.cancel(proc, atom.hello),
        lambda: timer.cancel(proc, (atom.once, atom.hello)),
        lambda: timer.cancel(proc, (atom.other, proc.make_ref())),
        lambda: timer.cancel(proc, (atom.once, proc.make_ref())),
    ):
        proc.inspect((yield request()))
