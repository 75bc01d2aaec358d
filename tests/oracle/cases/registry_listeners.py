"""Listeners hear of what is registered and unregistered, but not of deaths."""

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
    proc.register(proc.pid, atom.listener)
    yield Registry.start_link(proc, keys=atom.unique, name=names, listeners=[atom.listener])
    Registry.register(proc, names, atom.a, 1)
    Registry.unregister(proc, names, atom.a)
    pid, _ = yield from hold(proc, names, atom.b, 2)
    proc.exit(pid, atom.kill)
    yield proc.sleep(10)
    proc.inspect(proc.info(proc.pid, atom.messages))
