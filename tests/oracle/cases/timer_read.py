"""read_timer gives the milliseconds left and changes nothing; false once the timer has fired."""

from simulator import atom


def main(proc):
    ref = proc.send_after(proc.pid, atom.alarm, 200)
    proc.inspect(190 <= proc.read_timer(ref) <= 200)
    yield proc.sleep(100)
    proc.inspect(60 <= proc.read_timer(ref) <= 100)
    yield proc.receive(atom.alarm)
    proc.inspect(proc.read_timer(ref))
    proc.inspect(proc.read_timer(proc.make_ref()))
