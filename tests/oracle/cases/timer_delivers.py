"""send_after sends its message once, after its time."""

from simulator import Reference, atom


def main(proc):
    ref = proc.send_after(proc.pid, atom.alarm, 30)
    proc.inspect(isinstance(ref, Reference))
    for after, word, otherwise in ((10, "early", "not yet"), (100, "alarm", "not yet"), (60, "again", "once")):
        message = yield proc.receive(atom.alarm, after=after)
        proc.puts(otherwise if message is None else word)
