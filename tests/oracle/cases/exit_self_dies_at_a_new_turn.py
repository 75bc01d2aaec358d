"""exit(self(), reason) stops the code at once, but the process dies at a new turn: those who are due come first."""

from simulator import atom


def main(proc):
    me = proc.pid

    def child(proc):
        proc.send(me, atom.one)
        yield proc.yield_()
        proc.send(me, atom.two)
        yield proc.yield_()
        proc.send(me, atom.three)

    proc.spawn_monitor(lambda dying: dying.exit(dying.pid, atom.boom))
    proc.spawn(child)
    for _ in range(4):
        match (yield proc.receive()):
            case (atom.DOWN, _, _, _, reason):
                proc.inspect(reason)
            case message:
                proc.inspect(message)
