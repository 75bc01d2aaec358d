"""exit(pid, :killed) is an ordinary reason: it can be trapped."""

from simulator import ANY, atom


def main(proc):
    me = proc.pid

    def trapping(proc):
        proc.flag(atom.trap_exit, True)
        proc.send(me, atom.ready)
        _, _, reason = yield proc.receive((atom.EXIT, ANY, ANY))
        proc.send(me, (atom.got, reason))

    pid = proc.spawn(trapping)
    yield proc.receive(atom.ready)
    proc.exit(pid, atom.killed)
    _, reason = yield proc.receive((atom.got, ANY))
    proc.inspect(reason)
