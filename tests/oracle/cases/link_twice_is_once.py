"""There is one link between two processes, however often it is made: one unlink removes it."""

from simulator import atom


def fragile(proc):
    yield proc.receive(atom.die)
    proc.exit(atom.boom)


def main(proc):
    proc.flag(atom.trap_exit, True)
    pid = proc.spawn(fragile)
    proc.link(pid)
    proc.link(pid)
    proc.inspect(proc.info(proc.pid, atom.links) == (atom.links, [pid]))
    proc.unlink(pid)
    proc.inspect(proc.info(proc.pid, atom.links))
    proc.send(pid, atom.die)
    message = yield proc.receive(after=20)
    if message is None:
        proc.puts("nothing")
    else:
        proc.inspect(message)
