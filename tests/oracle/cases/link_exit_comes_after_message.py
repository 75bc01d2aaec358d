"""P ends q, then sends to r, which is linked to q: the message arrives first, q has yet to have its turn."""

from simulator import atom


def idle(proc):
    yield proc.receive()


def main(proc):
    me = proc.pid
    proc.flag(atom.trap_exit, True)
    q = proc.spawn_link(idle)
    yield proc.sleep(20)

    def p(proc):
        proc.exit(q, atom.boom)
        proc.send(me, atom.hi)

    proc.spawn(p)
    yield proc.sleep(20)
    proc.inspect(proc.info(me, atom.messages) == (atom.messages, [atom.hi, (atom.EXIT, q, atom.boom)]))
