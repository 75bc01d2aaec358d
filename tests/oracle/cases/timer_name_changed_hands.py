"""A timer for a name that changed hands goes to its new holder."""

from simulator import atom


def main(proc):
    me = proc.pid

    def old_holder(proc):
        proc.send(me, (atom.old, (yield proc.receive())))

    proc.register(proc.spawn(old_holder), atom.desk)
    proc.send_after(atom.desk, atom.alarm, 30)
    proc.unregister(atom.desk)
    proc.register(proc.pid, atom.desk)
    proc.inspect((yield proc.receive(after=100)))
