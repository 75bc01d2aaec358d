"""Dispatch calls a function with the entries of a key, and does not call it where there are none."""

from simulator import Registry, atom


def listener(proc, parent, topics, n):
    Registry.register(proc, topics, "news", n)
    proc.send(parent, atom.ready)
    proc.send(parent, (n, (yield proc.receive())))


def main(proc):
    topics = atom("Elixir.Topics")
    yield Registry.start_link(proc, keys=atom.duplicate, name=topics)
    me = proc.pid
    for n in (1, 2, 3):
        proc.spawn(listener, me, topics, n)
        yield proc.receive(atom.ready)

    def publish(entries):
        for pid, n in entries:
            proc.send(pid, (atom.hello, n))

    proc.inspect(Registry.dispatch(proc, topics, "news", publish))
    for _ in range(3):
        proc.inspect((yield proc.receive()))
    proc.inspect(Registry.dispatch(proc, topics, "sport", proc.inspect))
    proc.inspect(Registry.dispatch(proc, topics, "sport", (Registry, "nothing", [])))
