"""Process.info shows a monitor at both its ends."""

from simulator import atom


def idle(proc):
    yield proc.receive()


def watcher(proc):
    proc.monitor(atom.holder)
    yield proc.receive()


def main(proc):
    pid = proc.spawn(idle)
    proc.monitor(pid)
    proc.inspect(proc.info(proc.pid, atom.monitors) == (atom.monitors, [(atom.process, pid)]))
    proc.inspect(proc.info(pid, atom.monitored_by) == (atom.monitored_by, [proc.pid]))
    proc.register(pid, atom.holder)
    other = proc.spawn(watcher)
    yield proc.sleep(20)
    proc.inspect(proc.info(other, atom.monitors))
