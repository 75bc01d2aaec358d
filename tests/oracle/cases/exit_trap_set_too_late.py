"""To trap an exit signal that is already there is too late."""

from simulator import ANY, atom


def main(proc):
    me = proc.pid

    def trapping(proc):
        proc.flag(atom.trap_exit, True)
        proc.send(me, atom.trapping)

    pid, _ = proc.spawn_monitor(trapping)
    proc.exit(pid, atom.boom)
    down = yield proc.receive((atom.DOWN, ANY, atom.process, ANY, ANY))
    proc.inspect(down[4])
    proc.inspect(proc.info(me, atom.messages))
