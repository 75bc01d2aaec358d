"""cancel_timer gives the milliseconds that were left; the message never comes."""

from simulator import atom


def main(proc):
    ref = proc.send_after(proc.pid, atom.alarm, 10_000)
    proc.inspect(9_900 <= proc.cancel_timer(ref) <= 10_000)
    short = proc.send_after(proc.pid, atom.alarm, 20)
    proc.cancel_timer(short)
    message = yield proc.receive(atom.alarm, after=60)
    proc.puts("nothing" if message is None else "alarm")
