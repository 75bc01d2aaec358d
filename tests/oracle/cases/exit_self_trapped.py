"""Where exits are trapped, exit(self(), reason) is a message to oneself, :normal too."""

from simulator import ANY, atom


def main(proc):
    proc.flag(atom.trap_exit, True)
    proc.exit(proc.pid, atom.normal)
    proc.exit(proc.pid, atom.boom)
    for _ in range(2):
        _, _, reason = yield proc.receive((atom.EXIT, proc.pid, ANY))
        proc.inspect(reason)
