"""A process whose exit signal is still on its way to it can be given a name; it loses it at once."""

from simulator import ANY, atom


def idle(proc):
    yield proc.receive()


def main(proc):
    pid, ref = proc.spawn_monitor(idle)
    yield proc.sleep(20)
    proc.exit(pid, atom.boom)
    proc.inspect(proc.register(pid, atom.late))
    down = yield proc.receive((atom.DOWN, ref, ANY, ANY, ANY))
    proc.inspect((down[4], proc.whereis(atom.late)))
