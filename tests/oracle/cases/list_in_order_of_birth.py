"""Process.list has the living processes, oldest first."""

from simulator import ANY, atom


def idle(proc):
    yield proc.receive()


def main(proc):
    pids = [proc.spawn(idle) for _ in range(3)]
    dead, ref = proc.spawn_monitor(lambda child: None)
    yield proc.receive((atom.DOWN, ref, ANY, ANY, ANY))
    wanted = (proc.pid, dead, *pids)
    proc.inspect([pid for pid in proc.list() if pid in wanted] == [proc.pid, *pids])
