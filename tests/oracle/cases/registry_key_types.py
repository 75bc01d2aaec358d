"""Keys are told apart as terms are: an integer is no float, an atom no string; any term can be one."""

from simulator import Registry, atom


def main(proc):
    names = atom("Elixir.Names")
    yield Registry.start_link(proc, keys=atom.unique, name=names)
    keys = [1, 1.0, "1", atom.a, "a", None, True, (1, 2), [1], {atom.a: 1}, []]
    for key in keys:
        Registry.register(proc, names, key, key)
    proc.inspect(Registry.keys(proc, names, proc.pid))
    proc.inspect([[value for _, value in Registry.lookup(proc, names, key)] == [key] for key in keys])
