"""exit(self(), :normal) ends a process that does not trap exits, unlike :normal from anyone else."""

from simulator import ANY, atom


def main(proc):
    me = proc.pid

    def child(proc):
        proc.exit(proc.pid, atom.normal)
        proc.send(me, atom.went_on)

    proc.spawn_monitor(child)
    down = yield proc.receive((atom.DOWN, ANY, atom.process, ANY, ANY))
    proc.inspect(down[4])
    proc.inspect(proc.info(me, atom.messages))
