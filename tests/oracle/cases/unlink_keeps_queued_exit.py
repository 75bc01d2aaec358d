"""An EXIT that is already in the mailbox stays there after unlink."""

from simulator import ANY, atom


def main(proc):
    proc.flag(atom.trap_exit, True)
    pid = proc.spawn_link(lambda child: child.exit(atom.boom))
    yield proc.sleep(20)
    proc.inspect(proc.unlink(pid))
    message = yield proc.receive((atom.EXIT, pid, ANY), after=0)
    if message is None:
        proc.puts("nothing")
    else:
        proc.inspect(message[2])
