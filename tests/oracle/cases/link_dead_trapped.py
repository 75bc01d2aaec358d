"""To link to a dead process where exits are trapped gives an EXIT with :noproc."""

from simulator import ANY, atom


def main(proc):
    pid, ref = proc.spawn_monitor(lambda child: None)
    yield proc.receive((atom.DOWN, ref, ANY, ANY, ANY))
    proc.flag(atom.trap_exit, True)
    proc.inspect(proc.link(pid))
    _, _, reason = yield proc.receive((atom.EXIT, pid, ANY))
    proc.inspect(reason)
