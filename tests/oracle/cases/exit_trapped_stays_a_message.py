"""An exit signal that was trapped is a message; not trapping any more changes nothing about it."""

from simulator import ANY, atom


def main(proc):
    proc.flag(atom.trap_exit, True)
    pid = proc.spawn_link(lambda child: child.exit(atom.boom))
    yield proc.sleep(20)
    proc.flag(atom.trap_exit, False)
    yield proc.sleep(20)
    _, _, reason = yield proc.receive((atom.EXIT, pid, ANY))
    proc.inspect(reason)
