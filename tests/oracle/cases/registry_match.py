"""Entries are matched by pattern and guards, counted, and unregistered."""

from simulator import Registry, atom


def main(proc):
    topics = atom("Elixir.Topics")
    yield Registry.start_link(proc, keys=atom.duplicate, name=topics)
    for value in ((1, atom.x), (2, atom.y), (2, atom.z), (3, 3), atom.w):
        Registry.register(proc, topics, atom.a, value)
    anything, first = atom("_"), atom("$1")

    def match(*arguments):
        proc.inspect([value for _, value in Registry.match(proc, topics, *arguments)])

    match(atom.a, (2, anything))
    match(atom.a, (first, first))
    match(atom.a, (first, anything), [(atom(">"), first, 1)])
    match(atom.a, first, [(atom.is_atom, first)])
    match(atom.b, anything)
    proc.inspect(Registry.count_match(proc, topics, atom.a, (2, anything)))
    proc.inspect(Registry.unregister_match(proc, topics, atom.a, (2, anything)))
    proc.inspect([value for _, value in Registry.lookup(proc, topics, atom.a)])
    proc.inspect(Registry.keys(proc, topics, proc.pid))
    proc.inspect(Registry.unregister_match(proc, topics, atom.a, anything))
    proc.inspect(Registry.keys(proc, topics, proc.pid))
