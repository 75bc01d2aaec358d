"""exit/1 ends the process in the turn that it happens in: who is told of it is due at once."""

from simulator import atom


def main(proc):
    me = proc.pid

    def child(proc):
        proc.send(me, atom.one)
        yield proc.yield_()
        proc.send(me, atom.two)

    proc.spawn_monitor(lambda dying: dying.exit(atom.boom))
    proc.spawn(child)
    for _ in range(3):
        match (yield proc.receive()):
            case (atom.DOWN, _, _, _, reason):
                proc.inspect(reason)
            case message:
                proc.inspect(message)
