"""exit(pid, reason) becomes a message where exits are trapped; the process lives on."""

from simulator import ANY, atom


def main(proc):
    me = proc.pid

    def trapping(proc):
        proc.flag(atom.trap_exit, True)
        proc.send(me, atom.ready)
        _, _, reason = yield proc.receive((atom.EXIT, ANY, ANY))
        proc.send(me, (atom.got, reason))
        yield proc.receive()

    pid = proc.spawn(trapping)
    yield proc.receive(atom.ready)
    proc.exit(pid, atom.boom)
    _, reason = yield proc.receive((atom.got, ANY))
    proc.inspect(reason)
    proc.inspect(proc.alive(pid))
