"""What a registry says of wrong options, of a registry there is none, and of what duplicate keys do not allow."""

from simulator import ArgumentError, GenServer, Registry, atom


def main(proc):
    topics = atom("Elixir.Topics")
    yield Registry.start_link(proc, keys=atom.duplicate, name=topics)
    calls = [
        lambda: Registry.start_link(proc, name=atom.names),
        lambda: Registry.start_link(proc, keys=atom.some, name=atom.names),
        lambda: Registry.start_link(proc, keys=atom.unique),
        lambda: Registry.start_link(proc, keys=atom.unique, name="names"),
        lambda: Registry.start_link(proc, keys=atom.unique, name=atom.names, partitions=0),
        lambda: Registry.start_link(proc, keys=atom.unique, name=atom.names, listeners=["x"]),
        lambda: Registry.lookup(proc, atom.nope, 1),
        lambda: Registry.register(proc, atom.nope, 1, 1),
        lambda: Registry.unregister(proc, atom.nope, 1),
        lambda: GenServer.whereis(proc, (atom.via, Registry, (topics, 1))),
        lambda: GenServer.whereis(proc, (atom.via, Registry, (atom.nope, 1))),
        lambda: Registry.update_value(proc, topics, 1, lambda value: value),
        lambda: Registry.select(proc, topics, [(1, 2)]),
    ]
    for call in calls:
        try:
            call()
        except ArgumentError as error:
            proc.inspect(error)
    again = yield Registry.start_link(proc, keys=atom.unique, name=topics)
    proc.inspect(again == (atom.error, (atom.already_started, proc.whereis(topics))))
