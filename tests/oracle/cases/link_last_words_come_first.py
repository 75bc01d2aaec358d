"""What a process sent before it ended arrives before its EXIT."""

from simulator import ANY, atom


def main(proc):
    me = proc.pid
    proc.flag(atom.trap_exit, True)

    def child(proc):
        proc.send(me, atom.one)
        proc.send(me, atom.two)
        proc.exit(atom.boom)

    proc.spawn_link(child)
    proc.inspect((yield proc.receive()))
    proc.inspect((yield proc.receive()))
    _, _, reason = yield proc.receive((atom.EXIT, ANY, ANY))
    proc.inspect(reason)
