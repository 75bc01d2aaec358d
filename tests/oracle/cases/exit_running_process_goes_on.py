"""A process learns of the death of a linked one at its next turn, not in the middle of this one."""

from simulator import ANY, atom


def main(proc):
    me = proc.pid

    def child(proc):
        proc.send(me, atom.child)
        proc.exit(atom.boom)

    def parent(proc):
        proc.spawn_link(child)
        proc.send(me, atom.parent_goes_on)
        yield proc.yield_()
        proc.send(me, atom.parent_after_yield)

    proc.spawn_monitor(parent)
    down = yield proc.receive((atom.DOWN, ANY, atom.process, ANY, ANY))
    proc.inspect(down[4])
    proc.inspect(proc.info(me, atom.messages))
