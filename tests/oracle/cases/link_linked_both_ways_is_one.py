"""Two processes that link each other have one link, and one EXIT comes of it."""

from simulator import atom


def main(proc):
    proc.flag(atom.trap_exit, True)
    me = proc.pid

    def fragile(proc):
        proc.link(me)
        yield proc.receive(atom.die)
        proc.exit(atom.boom)

    pid = proc.spawn(fragile)
    proc.link(pid)
    proc.send(pid, atom.die)
    yield proc.sleep(20)
    proc.inspect(proc.info(me, atom.messages) == (atom.messages, [(atom.EXIT, pid, atom.boom)]))
