"""A registry stores something about itself."""

from simulator import Registry, atom


def main(proc):
    names = atom("Elixir.Names")
    yield Registry.start_link(proc, keys=atom.unique, name=names, meta={atom.a: 1})
    proc.inspect(Registry.meta(proc, names, atom.a))
    proc.inspect(Registry.meta(proc, names, atom.b))
    proc.inspect(Registry.put_meta(proc, names, atom.b, [2]))
    proc.inspect(Registry.meta(proc, names, atom.b))
    proc.inspect(Registry.delete_meta(proc, names, atom.b))
    proc.inspect(Registry.meta(proc, names, atom.b))
