"""The end of the watcher does nothing to the process it watched."""

from simulator import ANY, atom


def idle(proc):
    yield proc.receive()


def main(proc):
    pid = proc.spawn(idle)

    def watcher(proc):
        proc.monitor(pid)
        proc.exit(atom.boom)

    _, ref = proc.spawn_monitor(watcher)
    yield proc.receive((atom.DOWN, ref, ANY, ANY, ANY))
    yield proc.sleep(20)
    proc.inspect((proc.alive(pid), proc.info(pid, atom.monitored_by)))
