"""A link works both ways, whoever made it: both show it, and the linker's end ends the other."""

from simulator import ANY, atom


def idle(proc):
    yield proc.receive()


def main(proc):
    me = proc.pid
    linked = proc.spawn(idle)

    def links(proc):
        proc.link(linked)
        proc.send(me, atom.linked)
        yield proc.receive(atom.die)
        proc.exit(atom.boom)

    linker = proc.spawn(links)
    proc.monitor(linked)
    yield proc.receive(atom.linked)
    of_linked, of_linker = proc.info(linked, atom.links), proc.info(linker, atom.links)
    proc.inspect((of_linked == (atom.links, [linker]), of_linker == (atom.links, [linked])))
    proc.send(linker, atom.die)
    down = yield proc.receive((atom.DOWN, ANY, atom.process, ANY, ANY))
    proc.inspect(down[4])
