"""Any process can cancel a timer whose reference it knows."""

from simulator import ANY, atom


def main(proc):
    me = proc.pid
    ref = proc.send_after(me, atom.alarm, 60)
    proc.spawn(lambda other: other.send(me, (atom.left, other.cancel_timer(ref))))
    _, left = yield proc.receive((atom.left, ANY))
    proc.inspect(1 <= left <= 60)
    message = yield proc.receive(atom.alarm, after=120)
    proc.puts("nothing" if message is None else "alarm")
