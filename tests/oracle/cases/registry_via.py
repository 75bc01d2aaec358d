"""A server can have a name in a registry, and be called by it."""

from simulator import Agent, Exit, GenServer, Registry, atom


def main(proc):
    names = atom("Elixir.Names")
    yield Registry.start_link(proc, keys=atom.unique, name=names)
    name = (atom.via, Registry, (names, "stack"))
    _, pid = yield Agent.start_link(proc, lambda: 7, name=name)
    proc.inspect((yield Agent.get(proc, name, lambda state: state)))
    proc.inspect(GenServer.whereis(proc, name) == pid)
    again = yield Agent.start_link(proc, lambda: 8, name=name)
    proc.inspect(again == (atom.error, (atom.already_started, pid)))
    proc.inspect(Registry.lookup(proc, names, "stack") == [(pid, None)])
    valued = (atom.via, Registry, (names, "valued", atom.value))
    _, other = yield Agent.start_link(proc, lambda: 9, name=valued)
    proc.inspect(Registry.lookup(proc, names, "valued") == [(other, atom.value)])
    yield Agent.stop(proc, name)
    proc.inspect(GenServer.whereis(proc, name))
    try:
        yield Agent.get(proc, name, lambda state: state)
    except Exit as exit:
        proc.inspect(exit.reason[0])
    proc.inspect(Registry.send(proc, (names, "valued"), atom.hello))
