"""When the DOWN arrives the name is free, and can be given again."""

from simulator import ANY, atom


def stoppable(proc):
    yield proc.receive(atom.stop)


def main(proc):
    pid, ref = proc.spawn_monitor(stoppable)
    proc.register(pid, atom.holder)
    proc.send(pid, atom.stop)
    yield proc.receive((atom.DOWN, ref, ANY, ANY, ANY))
    proc.inspect((proc.whereis(atom.holder), proc.register(proc.pid, atom.holder)))
