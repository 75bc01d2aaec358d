"""What is unregistered is gone at once; with its last entry a process is no longer linked to the registry."""

from simulator import ANY, Registry, atom


def holder(proc, parent, registry, key, value):
    proc.send(parent, (atom.answer, Registry.register(proc, registry, key, value)))
    yield proc.receive(atom.stop)


def hold(proc, registry, key, value):
    pid = proc.spawn(holder, proc.pid, registry, key, value)
    _, answer = yield proc.receive((atom.answer, ANY))
    return pid, answer


def main(proc):
    names = atom("Elixir.Names")
    yield Registry.start_link(proc, keys=atom.unique, name=names)
    before = sorted(proc.info(proc.pid, atom.links)[1])
    for key in (atom.a, atom.b):
        Registry.register(proc, names, key, 1)

    def known(key):
        links = sorted(proc.info(proc.pid, atom.links)[1])
        return (Registry.lookup(proc, names, key), Registry.keys(proc, names, proc.pid), links == before)

    proc.inspect(Registry.unregister(proc, names, atom.a))
    proc.inspect(known(atom.a))
    proc.inspect(Registry.unregister(proc, names, atom.b))
    proc.inspect(known(atom.b))
    proc.inspect(Registry.unregister(proc, names, atom.c))
    pid, _ = yield from hold(proc, names, atom.d, 1)
    proc.inspect(Registry.unregister(proc, names, atom.d))
    proc.inspect(Registry.lookup(proc, names, atom.d) == [(pid, 1)])
