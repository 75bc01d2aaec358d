"""A process that traps exits ends the spreading: those behind it live."""

from simulator import ANY, atom


def main(proc):
    me = proc.pid

    def middle(proc):
        proc.flag(atom.trap_exit, True)
        last = proc.spawn_link(lambda child: child.exit(atom.boom))
        _, _, reason = yield proc.receive((atom.EXIT, last, ANY))
        proc.send(me, (atom.trapped, reason))
        yield proc.receive()

    def first(proc):
        proc.spawn_link(middle)
        yield proc.receive()

    pid = proc.spawn(first)
    _, reason = yield proc.receive((atom.trapped, ANY))
    proc.inspect(reason)
    yield proc.sleep(20)
    proc.inspect(proc.alive(pid))
