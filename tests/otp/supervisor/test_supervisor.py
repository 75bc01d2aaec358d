"""Supervisors: what their children are given, what the trace tells of them, how many there can be."""

from __future__ import annotations

import sys

import pytest

from simulator import ArgumentError, DynamicSupervisor, GenServer, Supervisor, atom, run
from simulator.scenario.errors import SimulatorError
from simulator.trace.events import Child, Spawn


class Stack(GenServer):
    def handle_call(proc, item, client, items):
        items.append(item)
        return (atom.reply, list(items), items)


def listen(proc, topic):
    """A process that is no server: started by hand, linked to its supervisor."""
    yield proc.receive(atom.stop)


def start_listener(proc, topic):
    return (atom.ok, proc.spawn_link(listen, topic))


def start_slowly(proc, topic):
    yield proc.sleep(50)
    return (atom.ok, proc.spawn_link(listen, topic), (atom.took, 50))


def supervised(proc, *children, strategy=atom.one_for_one, **options):
    _, supervisor = yield Supervisor.start_link(proc, list(children), strategy=strategy, **options)
    return supervisor


def pids(proc, supervisor):
    return [pid for _, pid, _, _ in (yield Supervisor.which_children(proc, supervisor))][::-1]


def test_a_restarted_child_gets_the_arguments_as_they_were_given():
    """What the first process made of its list, the second one does not see."""

    def main(proc):
        given = [1]
        supervisor = yield from supervised(proc, (Stack, given))
        given.append("changed by the starter")
        for _ in range(2):
            (pid,) = yield from pids(proc, supervisor)
            proc.inspect((yield proc.call(pid, 2)))
            proc.exit(pid, atom.kill)
            yield proc.sleep(1)

    assert run(main).output == "[1, 2]\n[1, 2]\n"


@pytest.mark.parametrize("function", ["start_listener", "start_slowly"])
def test_a_start_function_is_plain_or_blocks_and_stands_in_a_module_of_python(function):
    def main(proc):
        child = {atom.id: 1, atom.start: (sys.modules[__name__], function, ["news"])}
        supervisor = yield from supervised(proc, child)
        (pid,) = yield from pids(proc, supervisor)
        proc.puts(f"{proc.alive(pid)} at {proc.now_ms}")

    assert run(main).output == f"True at {50 if function == 'start_slowly' else 0}\n"


def test_the_trace_tells_who_is_whose_child_and_in_whose_place():
    def main(proc):
        inner = {
            atom.id: "inner",
            atom.start: (Supervisor, "start_link", [[], {atom.strategy: atom.one_for_one}]),
            atom.type: atom.supervisor,
        }
        supervisor = yield from supervised(proc, (Stack, []), inner, strategy=atom.one_for_all)
        (stack, _) = yield from pids(proc, supervisor)
        proc.exit(stack, atom.kill)
        yield proc.sleep(1)

    events = [event for event in run(main).trace if isinstance(event, Child)]
    assert [(event.pid, event.child, event.id, event.role, event.replaces) for event in events] == [
        (101, 102, "Stack", "worker", None),
        (101, 103, '"inner"', "supervisor", None),
        (101, 104, "Stack", "worker", 102),
        (101, 105, '"inner"', "supervisor", 103),
    ]


def test_processes_are_called_by_their_modules():
    class App(Supervisor):
        def init(proc, arg):
            return Supervisor.init([], strategy=atom.one_for_one)

    def main(proc):
        yield App.start_link(proc, [])
        yield from supervised(proc)

    functions = [event.function for event in run(main).trace if isinstance(event, Spawn)]
    assert functions[1:] == ["App.init/1", "Supervisor.init/1"]


def test_ten_thousand_children_start_restart_and_stop():
    """No step looks at all of them: that would take minutes."""
    count = 10_000

    def main(proc):
        children = [{atom.id: n, atom.start: (GenServer, "start_link", [Stack, []])} for n in range(count)]
        supervisor = yield from supervised(proc, *children, max_restarts=count)
        for pid in (yield from pids(proc, supervisor))[::100]:
            proc.exit(pid, atom.kill)
        yield proc.sleep(1)
        proc.inspect((yield Supervisor.count_children(proc, supervisor))[atom.active])
        yield Supervisor.stop(proc, supervisor)
        proc.inspect(len(proc.list()))

    assert run(main, trace=False).output == f"{count}\n1\n"


def test_restarts_are_counted_on_the_virtual_clock():
    """Four crashes in a million seconds of virtual time are few, however fast the run is."""

    def main(proc):
        supervisor = yield from supervised(proc, (Stack, []), max_restarts=1, max_seconds=60)
        for _ in range(4):
            proc.exit((yield from pids(proc, supervisor))[0], atom.kill)
            yield proc.sleep("250000s")
        proc.inspect(proc.alive(supervisor))

    assert run(main).output == "true\n"


def test_children_that_are_no_list_are_no_clause_of_init():
    with pytest.raises(SimulatorError, match=r"no function clause matching in Supervisor\.init/2"):
        Supervisor.init({}, strategy=atom.one_for_one)


def test_a_mistake_in_a_child_is_one_of_the_line_that_starts_the_supervisor():
    def main(proc):
        with pytest.raises(ArgumentError, match="the following"):
            Supervisor.start_link(proc, ["child"], strategy=atom.one_for_one)
        with pytest.raises(ArgumentError, match=r"start_link|options by name"):
            Supervisor.start_link(proc, [], 5)

    assert run(main).reason is atom.normal


def test_a_child_that_ends_while_others_start_is_restarted_after_them():
    """Its EXIT waits in the mailbox until the supervisor has started all children."""

    def fleeting(proc, n):
        if n == 1:
            proc.exit(atom.gone)
        yield proc.receive(atom.stop)

    starts = []

    class Start:
        def once(proc, n):
            starts.append(n)
            return (atom.ok, proc.spawn_link(fleeting, n if len(starts) < 4 else 0))

        def later(proc, n):
            starts.append(n)
            yield proc.sleep(10)
            return (atom.ok, proc.spawn_link(fleeting, n))

    def main(proc):
        children = [
            {atom.id: n, atom.start: (Start, function, [n])}
            for n, function in ((1, "once"), (2, "later"), (3, "later"))
        ]
        yield from supervised(proc, *children)
        yield proc.sleep(100)

    run(main)
    assert starts == [1, 2, 3, 1]


def test_an_ended_supervisor_leaves_no_process_behind():
    def main(proc):
        start = (Supervisor, "start_link", [[(Stack, [])], {atom.strategy: atom.one_for_one}])
        inner = {atom.id: 1, atom.start: start, atom.type: atom.supervisor}
        supervisor = yield from supervised(proc, (Stack, []), inner, {**inner, atom.id: 2})
        proc.inspect(len(proc.list()))
        yield Supervisor.stop(proc, supervisor)
        proc.inspect(len(proc.list()))

    assert run(main).output == "7\n1\n"


@pytest.mark.parametrize("behaviour", [Supervisor, DynamicSupervisor])
def test_a_module_without_init_has_no_such_function(behaviour):
    class App(behaviour):
        pass

    def main(proc):
        proc.flag(atom.trap_exit, True)
        proc.inspect((yield App.start_link(proc, 5)))

    assert run(main).output == "{:error, {:undef, [{App, :init, [5], []}]}}\n"
