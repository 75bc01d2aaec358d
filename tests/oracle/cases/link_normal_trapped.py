"""The normal end of a linked process is a message where exits are trapped."""

from simulator import ANY, atom


def main(proc):
    proc.flag(atom.trap_exit, True)
    pid = proc.spawn_link(lambda child: None)
    _, _, reason = yield proc.receive((atom.EXIT, pid, ANY))
    proc.inspect(reason)
