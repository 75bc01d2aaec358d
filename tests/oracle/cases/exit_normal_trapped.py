"""exit(pid, :normal) becomes a message where exits are trapped."""

from simulator import ANY, atom


def main(proc):
    me = proc.pid

    def trapping(proc):
        proc.flag(atom.trap_exit, True)
        proc.send(me, atom.ready)
        _, sender, reason = yield proc.receive((atom.EXIT, ANY, ANY))
        proc.send(me, (atom.got, sender == me, reason))

    pid = proc.spawn(trapping)
    yield proc.receive(atom.ready)
    proc.exit(pid, atom.normal)
    _, from_me, reason = yield proc.receive((atom.got, ANY, ANY))
    proc.inspect((from_me, reason))
