"""In a unique registry one process has a key; another one is told who, and so is the same one."""

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
    _, keeper = Registry.register(proc, names, "a", 1)
    proc.inspect(keeper == proc.whereis(atom("Elixir.Names.PIDPartition0")))
    proc.inspect(Registry.register(proc, names, "a", 2) == (atom.error, (atom.already_registered, proc.pid)))
    proc.inspect(Registry.lookup(proc, names, "a") == [(proc.pid, 1)])
    proc.inspect(Registry.lookup(proc, names, "b"))
    pid, answer = yield from hold(proc, names, "a", 3)
    proc.inspect(answer == (atom.error, (atom.already_registered, proc.pid)))
    proc.inspect(proc.info(pid, atom.links))
    proc.inspect((Registry.count(proc, names), Registry.keys(proc, names, proc.pid), Registry.keys(proc, names, pid)))
    proc.inspect((Registry.values(proc, names, "a", proc.pid), Registry.values(proc, names, "a", pid)))
