"""Who waits for whom at the end of a run: the blocked, their circles, a main process that is stuck."""

from __future__ import annotations

from typing import Any

import pytest

from simulator import ANY, Agent, GenServer, Process, Task, atom, load, run, when
from simulator.kernel.waiting import Blocked as Waiting
from simulator.kernel.waiting import deadlocks
from simulator.terms import Pid
from simulator.trace import history, statistics
from simulator.trace.events import Blocked, Deadlock, Wait


class Relay(GenServer):
    """Calls another server before it answers."""

    def init(proc: Any, other: Any) -> Any:
        return (atom.ok, other)

    def handle_cast(proc: Any, other: Any, state: Any) -> Any:
        return (atom.noreply, other)

    def handle_call(proc: Any, request: Any, client: Any, other: Any) -> Any:
        return (atom.reply, (yield proc.call(other, request, timeout=atom.infinity)), other)


def ring(size: int, ask: bool = True) -> Any:
    """Return a main function that asks the first of so many servers, each of which asks the next."""

    def client(proc: Process, server: Any) -> Any:
        yield proc.call(server, atom.go, timeout=atom.infinity)

    def main(proc: Process) -> Any:
        servers = []
        for _ in range(size):
            servers.append((yield Relay.start_link(proc, None))[1])
        for one, other in zip(servers, servers[1:] + servers[:1], strict=True):
            proc.cast(one, other)
        if ask:
            proc.spawn(client, servers[0])

    return main


@pytest.mark.parametrize("size", [2, 3, 5])
def test_servers_that_call_each_other_in_a_circle(size: int) -> None:
    result = run(ring(size))
    pids = list(range(101, 101 + size))
    assert result.ok and len(result.deadlocks) == 1
    assert result.deadlocks[0].startswith("#PID<0.101.0> (Relay.init/1) -> #PID<0.102.0> (Relay.init/1) -> ")
    assert result.deadlocks[0].endswith(" -> #PID<0.101.0>")
    events = list(result.trace)
    circle = next(event for event in events if isinstance(event, Deadlock))
    blocked = {event.pid: event for event in events if isinstance(event, Blocked)}
    assert circle.among == pids and [blocked[pid].awaits for pid in pids] == [[pid] for pid in [*pids[1:], 101]]
    assert blocked[101 + size].awaits == [101]  # the client, which is in no circle
    assert all(isinstance(events[event.cause or 0], Wait) for event in blocked.values())
    assert result.waiting[0].endswith("waits in a call for #PID<0.102.0> (Relay.init/1)")
    assert f"; deadlock: {result.deadlocks[0]}>" in repr(result)


def test_idle_servers_wait_for_nobody() -> None:
    result = run(ring(3, ask=False))
    assert (result.deadlocks, result.stats().blocked) == ([], [])
    assert len(result.waiting) == 3 and not any(" waits " in line for line in result.waiting)


def test_statistics_and_the_picture_of_links_show_them() -> None:
    result = run(ring(2))
    figures = statistics(result.trace)
    assert [(each.pid, each.on, each.awaits) for each in figures.blocked] == [
        (101, "call", (102,)), (102, "call", (101,)), (103, "call", (101,)),
    ]  # fmt: skip
    assert [circle.pids for circle in figures.deadlocks] == [(101, 102)]
    assert (figures.totals.blocked, figures.totals.deadlocks) == (3, 1)
    assert "Relay.init/1 <0.101.0> -> Relay.init/1 <0.102.0> -> Relay.init/1 <0.101.0>" in str(figures)
    edges = result.links().graph.edges(data=True)
    waits = [(*ends, edge["deadlock"]) for *ends, edge in edges if edge["kind"] == "waits"]
    assert waits == [(101, 102, True), (102, 101, True), (103, 101, False)]
    assert "deadlock: each waits for the next" in result.links().dot()
    told = history(result.trace)
    assert (len(told.blocked), told.deadlocks) == (3, [(101, 102)])


def blocked_of(main: Any) -> dict[int, list[int]]:
    return {event.pid or 0: event.awaits for event in run(main).trace if isinstance(event, Blocked)}


def silent(proc: Process) -> Any:
    yield proc.sleep(atom.infinity)


def test_which_receives_name_a_sender() -> None:
    def waiting(proc: Process, pid: Any, what: str) -> Any:
        ref = proc.monitor(pid)
        patterns: dict[str, tuple[Any, ...]] = {
            "pid": ((atom.done, pid),),
            "monitor": ((atom.DOWN, ref, ANY, ANY, ANY),),
            "deep": ((atom.done, [(pid, ANY)]),),
            "guarded": (when((pid, ANY), lambda message: True),),
            "either": ((atom.done, pid), (atom.failed, pid)),
            "anybody too": ((atom.done, pid), atom.stop),
            "own": ((atom.me, proc.pid),),
            "a reference of nobody": ((proc.make_ref(), ANY),),
            "any": (),
        }
        yield proc.receive(*patterns[what])

    for what, names in [
        ("pid", True), ("monitor", True), ("deep", True), ("guarded", True), ("either", True), ("anybody too", False),
        ("own", False), ("a reference of nobody", False), ("any", False),
    ]:  # fmt: skip
        blocked = blocked_of(lambda proc, what=what: [proc.spawn(waiting, proc.spawn(silent), what)])
        assert blocked == ({102: [101]} if names else {}), what


def test_tasks_that_are_awaited() -> None:
    def one(proc: Process) -> Any:
        yield Task.await_(proc, Task.async_(proc, silent), atom.infinity)

    def many(proc: Process) -> Any:
        yield Task.await_many(proc, [Task.async_(proc, silent), Task.async_(proc, silent)], atom.infinity)

    assert blocked_of(one) == {100: [101]}
    assert blocked_of(many) == {100: [101, 102]}


def test_a_wait_with_an_end_is_none() -> None:
    def main(proc: Process) -> Any:
        pid = proc.spawn(silent)
        yield proc.receive((pid, ANY), after="1h")

    result = run(main)
    assert result.ok and result.now == 3_600_000_000_000
    assert not run(main, until=5).stuck and not [e for e in run(main, until=5).trace if isinstance(e, Blocked)]


def test_a_circle_is_one_although_others_go_on() -> None:
    def main(proc: Process) -> Any:
        yield from ring(2)(proc)
        while True:
            yield proc.sleep(1)

    result = run(main, until=5)
    assert (result.ended, len(result.deadlocks), result.ok) == ("until", 1, True)
    assert sorted(event.pid or 0 for event in result.trace if isinstance(event, Blocked)) == [101, 102]


def test_the_dead_are_waited_for_in_vain() -> None:
    def main(proc: Process) -> Any:
        pid = proc.spawn(lambda p: None)
        yield proc.receive((pid, ANY))

    result = run(main)
    assert result.stuck is not None and result.stuck.endswith(" waits for #PID<0.101.0>, which has ended")


STUCK = [
    (lambda proc: (yield proc.receive()), "waits for a message"),
    (lambda proc: (yield proc.receive((atom.x, int))), "waits for a message"),
    (lambda proc: (yield proc.hibernate()), "waits for a message"),
    (lambda proc: (yield proc.env.event()), "waits for an event"),
    (lambda proc: (yield proc.call(proc.spawn(silent), 1, timeout=atom.infinity)), "waits in a call for #PID<0.101.0>"),
]


@pytest.mark.parametrize(("main", "told"), STUCK)
def test_a_main_process_that_waits_for_ever_is_no_success(main: Any, told: str) -> None:
    result = run(main)
    assert not result.ok and result.stuck is not None and told in result.stuck
    assert result.stuck.startswith("#PID<0.100.0> (fn/0) at line ") and repr(result).startswith("<Run stuck at 0 ms")
    with pytest.raises(RuntimeError, match="stuck"):
        run(main, check=True)
    assert run(main, until=5).stuck == result.stuck  # nothing is to come before that time, nor after it


def test_who_sleeps_for_ever_was_told_to() -> None:
    assert run(silent).ok and run(silent).stuck is None
    assert run(load("nofile", code="Process.sleep(:infinity)")).ok
    assert run(load("nofile", code=":timer.sleep(:infinity)")).ok
    assert run(lambda proc: (yield proc.receive(after=atom.infinity))).stuck


ELIXIR = [
    ("Task.await(Task.async(fn -> Process.sleep(:infinity) end), :infinity)", {100: [101]}),
    ("pid = spawn(fn -> Process.sleep(:infinity) end)\nreceive do {^pid, x} -> x end", {100: [101]}),
    ("{_, r} = spawn_monitor(fn -> receive do: (:x -> 1) end)\nreceive do {:DOWN, ^r, _, _, _} -> 1 end", {100: [101]}),
    ("receive do {:x, y} -> y end", {}),
]


@pytest.mark.parametrize(("code", "awaits"), ELIXIR)
def test_elixir_programs(code: str, awaits: dict[int, list[int]]) -> None:
    result = run(load("nofile", code=code))
    assert result.stuck and {e.pid: e.awaits for e in result.trace if isinstance(e, Blocked)} == awaits


def test_an_agent_that_asks_itself_by_way_of_another() -> None:
    def main(proc: Process) -> Any:
        _, a = yield Agent.start_link(proc, lambda: 0)
        _, b = yield Agent.start_link(proc, lambda: 0)

        def through(proc: Any, state: Any) -> Any:
            return (yield Agent.get(proc, a, lambda state: state, timeout=atom.infinity))

        def first(proc: Any, state: Any) -> Any:
            return (yield Agent.get(proc, b, through, timeout=atom.infinity))

        yield Agent.get(proc, a, first, timeout=atom.infinity)

    result = run(main)
    assert result.stuck and len(result.deadlocks) == 1


def test_the_circles_of_a_graph() -> None:
    def graph(**awaits: str) -> list[str]:
        pids = {name: Pid(ord(name)) for name in "abcdef"}
        waiting = [Waiting(pids[who], "call", tuple(pids[each] for each in whom), 0) for who, whom in awaits.items()]
        return ["".join(chr(pid.number) for pid in circle) for circle in deadlocks(waiting)]

    assert graph(a="b", b="c") == []
    assert graph(a="a") == ["a"]
    assert graph(a="b", b="a", c="d", d="c", e="a") == ["ab", "cd"]
    assert graph(a="bc", b="d", c="a") == ["ac"]
    assert graph(b="c", c="d", d="b", a="b") == ["bcd"]
