"""A child does not trap exits because its parent does."""

from simulator import ANY, atom


def idle(proc):
    yield proc.receive()


def main(proc):
    proc.flag(atom.trap_exit, True)
    pid = proc.spawn_link(idle)
    proc.inspect(proc.info(pid, atom.trap_exit))
    proc.exit(pid, atom.boom)
    _, _, reason = yield proc.receive((atom.EXIT, pid, ANY))
    proc.inspect(reason)
