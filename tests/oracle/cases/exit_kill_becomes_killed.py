"""The links of a process ended by exit(pid, :kill) carry :killed, which can be trapped."""

from simulator import ANY, atom


def idle(proc):
    yield proc.receive()


def main(proc):
    proc.flag(atom.trap_exit, True)
    pid = proc.spawn_link(idle)
    proc.exit(pid, atom.kill)
    _, _, reason = yield proc.receive((atom.EXIT, pid, ANY))
    proc.inspect(reason)
