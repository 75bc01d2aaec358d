"""Dynamic and partition supervisors beside what Elixir recorded: their trace, many children, options as terms."""

from __future__ import annotations

import pytest

from simulator import (
    ArgumentError,
    DynamicSupervisor,
    GenServer,
    PartitionSupervisor,
    Supervisor,
    atom,
    run,
)
from simulator.trace.events import Child, Spawn


class Echo(GenServer):
    def handle_call(proc, request, client, state):
        return (atom.reply, (request, proc.pid), state)


def test_the_trace_tells_who_replaces_whom():
    def main(proc):
        _, pool = yield DynamicSupervisor.start_link(proc)
        _, pid = yield DynamicSupervisor.start_child(proc, pool, Echo)
        proc.exit(pid, atom.kill)
        yield proc.sleep(1)

    trace = run(main).trace
    assert [(e.pid, e.child, e.id, e.replaces) for e in trace if isinstance(e, Child)] == [
        (101, 102, "Echo", None),
        (101, 103, "Echo", 102),
    ]
    assert [e.function for e in trace if isinstance(e, Spawn)][1:2] == ["DynamicSupervisor.init/1"]


def test_thousands_of_children_are_ended_at_once():
    """With as many messages in the mailbox as there are children: no step looks through all of them."""
    count = 5_000

    def main(proc):
        _, pool = yield DynamicSupervisor.start_link(proc)
        for _ in range(count):
            yield DynamicSupervisor.start_child(proc, pool, Echo)
        proc.inspect((yield DynamicSupervisor.count_children(proc, pool))[atom.active])
        yield DynamicSupervisor.stop(proc, pool)
        proc.inspect(len(proc.list()))

    assert run(main, trace=False).output == f"{count}\n1\n"


def test_a_child_that_is_dead_when_it_is_to_be_ended_is_not_waited_for():
    def fleeting(proc):
        proc.exit(atom.gone)
        yield proc.yield_()

    class Start:
        def start(proc):
            return (atom.ok, proc.spawn_link(fleeting))

    def main(proc):
        _, pool = yield DynamicSupervisor.start_link(proc)
        spec = {atom.id: 1, atom.start: (Start, "start", []), atom.restart: atom.temporary}
        for _ in range(3):
            yield DynamicSupervisor.start_child(proc, pool, spec)
        yield DynamicSupervisor.stop(proc, pool)
        proc.inspect(len(proc.list()))

    assert run(main).output == "1\n"


def test_supervisors_of_every_kind_are_children_by_their_options():
    def main(proc):
        children = [
            (DynamicSupervisor, {atom.name: atom.pool, atom.max_children: 1}),
            DynamicSupervisor.child_spec(name=(atom.via, None, "room")) | {atom.start: (Echo, "start_link", [0])},
            (PartitionSupervisor, [(atom.child_spec, Echo), (atom.name, atom.echoes), (atom.partitions, 2)]),
        ]
        _, supervisor = yield Supervisor.start_link(proc, children, strategy=atom.one_for_one)
        proc.inspect([(name, kind) for name, _, kind, _ in (yield Supervisor.which_children(proc, supervisor))])
        yield DynamicSupervisor.start_child(proc, atom.pool, Echo)
        proc.inspect((yield DynamicSupervisor.start_child(proc, atom.pool, Echo)))
        proc.inspect(PartitionSupervisor.partitions(proc, atom.echoes))

    assert run(main).output == (
        '[{:echoes, :supervisor}, {"room", :supervisor}, {:pool, :supervisor}]\n{:error, :max_children}\n2\n'
    )


def test_there_are_as_many_partitions_as_schedulers():
    def main(proc):
        yield PartitionSupervisor.start_link(proc, child_spec=Echo, name=atom.echoes)
        proc.inspect(PartitionSupervisor.partitions(proc, atom.echoes))

    assert (run(main).output, run(main, schedulers=4).output) == ("1\n", "4\n")


def test_any_key_finds_a_partition_and_always_the_same():
    def main(proc):
        yield PartitionSupervisor.start_link(proc, child_spec=Echo, name=atom.echoes, partitions=4)
        found = []
        for key in ["a", "b", atom.c, (1, 2), [1], proc.pid, 1.5] * 2:
            found.append((yield proc.call((atom.via, PartitionSupervisor, (atom.echoes, key)), key))[1])
        proc.inspect((found[:7] == found[7:], len(set(found)) > 1))

    assert run(main).output == "{true, true}\n"


def test_the_table_of_partitions_goes_with_its_supervisor():
    def main(proc):
        proc.flag(atom.trap_exit, True)
        yield PartitionSupervisor.start_link(proc, child_spec=Echo, name=atom.echoes, partitions=2)
        yield PartitionSupervisor.stop(proc, atom.echoes)
        PartitionSupervisor.partitions(proc, atom.echoes)

    assert str(run(main).reason).startswith("(:noproc, (PartitionSupervisor, :partitions")


def test_options_are_given_by_name():
    def main(proc):
        with pytest.raises(ArgumentError, match="expected options by name, got: 5"):
            DynamicSupervisor.start_link(proc, 5)
        with pytest.raises(TypeError, match="max_childs"):
            DynamicSupervisor.start_link(proc, max_childs=5)

    assert run(main).reason is atom.normal
