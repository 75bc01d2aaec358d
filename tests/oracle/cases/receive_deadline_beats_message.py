"""A message and the deadline at one instant: the deadline wins, and the message stays in the mailbox."""

from simulator import atom


def main(proc):
    proc.send_after(proc.pid, atom.alarm, 20)
    message = yield proc.receive(atom.alarm, after=20)
    yield proc.sleep(20)
    late = yield proc.receive(atom.alarm, after=0)
    outcome = atom.timeout if message is None else atom.message
    proc.inspect([(outcome, atom.gone if late is None else atom.left)])
