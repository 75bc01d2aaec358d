"""exit(self(), reason) ends the process at once: its next line does not run."""

from simulator import ANY, atom


def main(proc):
    me = proc.pid

    def child(proc):
        proc.exit(proc.pid, atom.boom)
        proc.send(me, atom.went_on)

    proc.spawn_monitor(child)
    down = yield proc.receive((atom.DOWN, ANY, atom.process, ANY, ANY))
    proc.inspect(down[4])
    proc.inspect(proc.info(me, atom.messages))
