"""Only who has a unique key can update its value."""

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
    Registry.register(proc, names, atom.a, 1)
    proc.inspect(Registry.update_value(proc, names, atom.a, lambda value: value + 1))
    proc.inspect(Registry.values(proc, names, atom.a, proc.pid))
    yield from hold(proc, names, atom.b, 1)
    proc.inspect(Registry.update_value(proc, names, atom.b, lambda value: value + 1))
    proc.inspect(Registry.update_value(proc, names, atom.c, lambda value: value + 1))
