"""cancel_timer of a timer that has fired is false, and its message stays."""

from simulator import atom


def main(proc):
    ref = proc.send_after(proc.pid, atom.alarm, 10)
    yield proc.sleep(40)
    proc.inspect(proc.cancel_timer(ref))
    proc.inspect(proc.info(proc.pid, atom.messages))
