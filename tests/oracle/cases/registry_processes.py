"""A registry is a supervisor with a process for each of its partitions; it can be supervised itself."""

from simulator import Registry, Supervisor, atom


def main(proc):
    names = atom("Elixir.Names")
    several = {atom.keys: atom.unique, atom.name: names, atom.partitions: 3}
    children = [(Registry, several), (Registry, {atom.keys: atom.duplicate, atom.name: atom("Elixir.Topics")})]
    _, sup = yield Supervisor.start_link(proc, children, strategy=atom.one_for_one)
    proc.inspect((yield Supervisor.which_children(proc, sup)))
    proc.inspect((yield Supervisor.which_children(proc, names)))
    for key in range(1, 21):
        Registry.register(proc, names, key, key)
    proc.inspect((Registry.count(proc, names), sorted(Registry.keys(proc, names, proc.pid))))
    proc.inspect([Registry.values(proc, names, key, proc.pid) for key in range(1, 21)])
