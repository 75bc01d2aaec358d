"""exit(pid, :kill) ends even a process that traps exits, and its reason becomes :killed."""

from simulator import ANY, atom


def main(proc):
    me = proc.pid

    def trapping(proc):
        proc.flag(atom.trap_exit, True)
        proc.send(me, atom.ready)
        proc.send(me, (yield proc.receive()))

    pid, _ = proc.spawn_monitor(trapping)
    yield proc.receive(atom.ready)
    proc.exit(pid, atom.kill)
    down = yield proc.receive((atom.DOWN, ANY, atom.process, ANY, ANY))
    proc.inspect(down[4])
    proc.inspect(proc.info(me, atom.messages))
