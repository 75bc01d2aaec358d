"""A key whose holder has just died can be registered at once."""

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
    pid, _ = yield from hold(proc, names, atom.a, 1)
    proc.exit(pid, atom.kill)
    Registry.register(proc, names, atom.a, 2)
    yield proc.sleep(10)
    proc.inspect(Registry.lookup(proc, names, atom.a) == [(proc.pid, 2)])
    proc.inspect((Registry.count(proc, names), Registry.keys(proc, names, proc.pid)))
