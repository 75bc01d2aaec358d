"""A match specification selects among all entries, and counts them."""

from simulator import Registry, atom


def main(proc):
    names = atom("Elixir.Names")
    yield Registry.start_link(proc, keys=atom.unique, name=names)
    for key, value in ((atom.a, 1), (atom.b, 2), (atom.c, 3)):
        Registry.register(proc, names, key, value)
    anything, first, second = atom("_"), atom("$1"), atom("$2")
    equal = atom("==")
    specs = [
        [((first, anything, second), [], [((second, first),)])],
        [((first, anything, second), [(atom(">="), second, 2)], [first])],
        [((atom.a, anything, anything), [], [atom.first]), ((anything, anything, 3), [], [atom.last])],
        [((first, anything, second), [(atom.orelse, (equal, first, atom.a), (equal, second, 3))], [atom("$$")])],
        [((first, anything, second), [(atom("not"), (equal, first, (atom.const, atom.a)))], [(atom("*"), second, 10)])],
    ]
    for spec in specs:
        proc.inspect(sorted(Registry.select(proc, names, spec)))
    few = [((anything, anything, first), [(atom("<"), first, 3)], [True])]
    proc.inspect(Registry.count_select(proc, names, few))
    selected = Registry.select(proc, names, [((atom.a, first, anything), [], [atom("$_")])])
    proc.inspect(selected == [(atom.a, (proc.pid, 1))])
