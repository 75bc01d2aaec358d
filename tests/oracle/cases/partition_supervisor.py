"""A partition supervisor has the same child many times; a key finds one of them, an integer by its remainder."""

from simulator import GenServer, PartitionSupervisor, atom


class Echo(GenServer):
    def handle_call(proc, request, client, name):
        return (atom.reply, (name, request), name)


def main(proc):
    echoes = atom("Elixir.Echoes")
    yield PartitionSupervisor.start_link(
        proc, child_spec=(Echo, atom.e), name=echoes, partitions=3, with_arguments=lambda args, n: [(args[0], n)]
    )
    proc.inspect((yield PartitionSupervisor.which_children(proc, echoes)))
    proc.inspect((yield PartitionSupervisor.count_children(proc, echoes)))
    proc.inspect(PartitionSupervisor.partitions(proc, echoes))
    for key in (0, 1, 2, 3, 7, -4):
        proc.inspect((yield proc.call((atom.via, PartitionSupervisor, (echoes, key)), key)))
    name = (atom.via, PartitionSupervisor, (echoes, 1))
    first = GenServer.whereis(proc, name)
    proc.exit(first, atom.kill)
    yield proc.sleep(10)
    proc.inspect((GenServer.whereis(proc, name) == first, (yield proc.call(name, atom.again))))
