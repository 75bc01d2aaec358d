"""A process that is killed is still looked up until the registry has heard of it, but has its name no more."""

from simulator import ANY, GenServer, Registry, atom


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
    pid, _ = yield from hold(proc, names, atom.a, 1)
    proc.exit(pid, atom.kill)
    proc.inspect(Registry.lookup(proc, names, atom.a) == [(pid, 1)])
    proc.inspect(GenServer.whereis(proc, (atom.via, Registry, (names, atom.a))))
    yield proc.sleep(10)
    proc.inspect((Registry.lookup(proc, names, atom.a), Registry.count(proc, names), Registry.keys(proc, names, pid)))
