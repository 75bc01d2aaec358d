"""What a partition supervisor says of wrong options, and of one that there is not."""

from simulator import ArgumentError, Exit, GenServer, PartitionSupervisor, atom


class Echo(GenServer):
    def handle_call(proc, request, client, name):
        return (atom.reply, (name, request), name)


def main(proc):
    proc.flag(atom.trap_exit, True)
    child = (Echo, atom.e)
    name = (atom.via, PartitionSupervisor, (atom.nope, 1))

    def start(**options):
        return PartitionSupervisor.start_link(proc, **options)

    def taken():
        _, _ = yield start(child_spec=child, name=atom.echoes, partitions=1)
        return (yield GenServer.start_link(proc, Echo, 1, name=(atom.via, PartitionSupervisor, (atom.echoes, 1))))[0]

    def again():
        return (yield start(child_spec=child, name=atom.echoes))[0]

    calls = [
        lambda: start(child_spec=child),
        lambda: start(name=atom.echoes),
        lambda: start(child_spec=child, name=atom.echoes, partitions=0),
        lambda: start(child_spec=child, name=atom.echoes, with_arguments=lambda args, n: n, partitions=1),
        lambda: proc.inspect(PartitionSupervisor.partitions(proc, atom.nope)),
        lambda: proc.call(name, atom.hello),
        lambda: proc.perform(taken()),
        lambda: proc.perform(again()),
    ]
    for call in calls:
        try:
            proc.inspect((yield call()))
        except (ArgumentError, RuntimeError) as error:
            proc.inspect(error)
        except Exit as exit:
            proc.inspect(exit.reason)
