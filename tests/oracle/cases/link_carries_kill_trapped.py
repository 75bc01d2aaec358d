"""exit(:kill) by a process itself reaches its links as :kill, which can be trapped there."""

from simulator import ANY, atom


def main(proc):
    proc.flag(atom.trap_exit, True)
    pid = proc.spawn_link(lambda child: child.exit(atom.kill))
    _, _, reason = yield proc.receive((atom.EXIT, pid, ANY))
    proc.inspect(reason)
