"""A server that does not start leaves no name behind in a registry."""

from simulator import GenServer, Registry, atom


class Fails(GenServer):
    def init(proc, reason):
        return (atom.stop, reason)


def main(proc):
    names = atom("Elixir.Names")
    yield Registry.start_link(proc, keys=atom.unique, name=names)
    proc.flag(atom.trap_exit, True)
    name = (atom.via, Registry, (names, atom.n))
    proc.inspect((yield GenServer.start_link(proc, Fails, atom.no, name=name)))
    proc.inspect(Registry.lookup(proc, names, atom.n))
    proc.inspect(Registry.count(proc, names))
