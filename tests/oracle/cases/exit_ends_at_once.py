"""Nothing after exit/1 runs."""

from simulator import ANY, atom


def main(proc):
    me = proc.pid

    def child(proc):
        proc.send(me, atom.before)
        proc.exit(atom.normal)
        proc.send(me, atom.after)

    proc.spawn_monitor(child)
    down = yield proc.receive((atom.DOWN, ANY, atom.process, ANY, ANY))
    proc.inspect(down[4])
    proc.inspect(proc.info(me, atom.messages))
