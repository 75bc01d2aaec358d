"""In a duplicate registry a key has many entries, oldest first; a process may have several."""

from simulator import ANY, Registry, atom


def holder(proc, parent, registry, key, value):
    proc.send(parent, (atom.answer, Registry.register(proc, registry, key, value)))
    yield proc.receive(atom.stop)


def hold(proc, registry, key, value):
    pid = proc.spawn(holder, proc.pid, registry, key, value)
    _, answer = yield proc.receive((atom.answer, ANY))
    return pid, answer


def main(proc):
    topics = atom("Elixir.Topics")
    yield Registry.start_link(proc, keys=atom.duplicate, name=topics)
    for value in (1, 2):
        Registry.register(proc, topics, atom.a, value)
    pid, _ = yield from hold(proc, topics, atom.a, 3)
    Registry.register(proc, topics, atom.b, 4)
    proc.inspect([(who == proc.pid, value) for who, value in Registry.lookup(proc, topics, atom.a)])
    proc.inspect(Registry.values(proc, topics, atom.a, proc.pid))
    proc.inspect(Registry.values(proc, topics, atom.a, pid))
    proc.inspect(Registry.keys(proc, topics, proc.pid))
    proc.inspect(Registry.count(proc, topics))
    proc.send(pid, atom.stop)
    yield proc.sleep(10)
    proc.inspect(len(Registry.lookup(proc, topics, atom.a)))
    proc.inspect(Registry.unregister(proc, topics, atom.a))
    proc.inspect(Registry.keys(proc, topics, proc.pid))
