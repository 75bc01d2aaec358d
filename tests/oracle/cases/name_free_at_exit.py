"""When the EXIT of a linked process arrives its name is free."""

from simulator import ANY, atom


def fragile(proc):
    yield proc.receive(atom.die)
    proc.exit(atom.boom)


def main(proc):
    proc.flag(atom.trap_exit, True)
    pid = proc.spawn_link(fragile)
    proc.register(pid, atom.holder)
    proc.send(pid, atom.die)
    yield proc.receive((atom.EXIT, pid, ANY))
    proc.inspect(proc.whereis(atom.holder))
