"""Where exits are trapped the end of a linked process is the message {:EXIT, pid, reason}."""

from simulator import atom


def main(proc):
    proc.flag(atom.trap_exit, True)
    pid = proc.spawn_link(lambda child: child.exit(atom.boom))
    message = yield proc.receive()
    proc.inspect(message == (atom.EXIT, pid, atom.boom))
    proc.inspect(proc.info(proc.pid, atom.links))
