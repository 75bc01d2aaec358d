"""spawn_link binds the child to its parent's end as well."""

from simulator import ANY, Pid, atom


def idle(proc):
    yield proc.receive()


def main(proc):
    me = proc.pid

    def parent(proc):
        proc.send(me, proc.spawn_link(idle))
        yield proc.receive(atom.die)
        proc.exit(atom.boom)

    pid = proc.spawn(parent)
    child = yield proc.receive(Pid)
    proc.monitor(child)
    proc.send(pid, atom.die)
    down = yield proc.receive((atom.DOWN, ANY, atom.process, child, ANY))
    proc.inspect(down[4])
