"""What a receive skips stays in the mailbox, in order."""

from simulator import atom


def main(proc):
    for message in (atom.a, atom.b, atom.c, atom.d):
        proc.send(proc.pid, message)
    yield proc.receive(atom.c)
    proc.inspect(proc.info(proc.pid, atom.messages))
    proc.inspect((yield proc.receive(atom.d, atom.b)))
    proc.inspect(proc.info(proc.pid, atom.messages))
