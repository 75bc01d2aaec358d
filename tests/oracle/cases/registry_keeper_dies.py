"""When the keeper of a registry dies its entries are gone, and those who registered die too; then it starts anew."""

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
    proc.flag(atom.trap_exit, True)
    pid, (_, keeper) = yield from hold(proc, names, atom.a, 1)
    Registry.register(proc, names, atom.b, 2)
    proc.exit(keeper, atom.kill)
    yield proc.sleep(20)
    proc.inspect((proc.alive(pid), Registry.count(proc, names), Registry.lookup(proc, names, atom.b)))
    proc.inspect((yield proc.receive((atom.EXIT, keeper, ANY)))[2])
    _, other = Registry.register(proc, names, atom.b, 3)
    proc.inspect((other == keeper, Registry.values(proc, names, atom.b, proc.pid)))
