"""link/1 binds processes that already run, from now on."""

from simulator import ANY, atom


def fragile(proc):
    yield proc.receive(atom.die)
    proc.exit(atom.boom)


def linker(proc, pid):
    proc.link(pid)
    proc.send(pid, atom.die)
    yield proc.receive()


def main(proc):
    pid = proc.spawn(fragile)
    proc.spawn_monitor(linker, pid)
    down = yield proc.receive((atom.DOWN, ANY, atom.process, ANY, ANY))
    proc.inspect(down[4])
