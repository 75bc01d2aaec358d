"""A process ended by exit(pid, :kill) takes its links along with :killed."""

from simulator import ANY, Pid, atom


def idle(proc):
    yield proc.receive()


def main(proc):
    me = proc.pid

    def parent(proc):
        proc.send(me, proc.spawn_link(idle))
        yield proc.receive()

    proc.spawn_monitor(parent)
    child = yield proc.receive(Pid)
    proc.exit(child, atom.kill)
    down = yield proc.receive((atom.DOWN, ANY, atom.process, ANY, ANY))
    proc.inspect(down[4])
