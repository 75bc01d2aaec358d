"""A watcher with a monitor and a link gets the EXIT first, then the DOWN, whichever came first."""

from simulator import atom


def fragile(proc):
    yield proc.receive(atom.die)
    proc.exit(atom.boom)


def main(proc):
    proc.flag(atom.trap_exit, True)
    pid = proc.spawn(fragile)
    proc.monitor(pid)
    proc.link(pid)
    proc.send(pid, atom.die)
    yield proc.sleep(20)
    _, messages = proc.info(proc.pid, atom.messages)
    proc.inspect([message[0] for message in messages])
