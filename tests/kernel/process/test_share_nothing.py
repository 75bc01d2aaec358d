"""Share nothing: whatever crosses from one process to another is a copy."""

from __future__ import annotations

from typing import Any

import pytest

from simulator import Kernel, Process, atom, inspect, run
from simulator.trace.events import Send


def crossing(make: Any, cross: Any) -> tuple[Any, Any]:
    """Let ``make()`` cross from main to a child; return what the child got after main changed its own."""
    got: list[Any] = []
    original = make()

    def child(proc: Process, *args: Any) -> Any:
        got.append(args[0] if args else (yield proc.receive()))
        yield proc.sleep(2)

    def main(proc: Process) -> Any:
        cross(proc, child, original)
        if isinstance(original, list):
            original.append("changed")
        elif isinstance(original, dict):
            original["changed"] = True
        elif isinstance(original, set):
            original.add("changed")
        else:
            original[1].append("changed")
        yield proc.sleep(1)

    run(main)
    return original, got[0]


def by_send(proc: Process, child: Any, value: Any) -> None:
    proc.send(proc.spawn(child), value)


def by_name(proc: Process, child: Any, value: Any) -> None:
    proc.register(proc.spawn(child), atom.child)
    proc.send(atom.child, value)


def by_timer(proc: Process, child: Any, value: Any) -> None:
    proc.send_after(proc.spawn(child), value, 0)


def by_spawn(proc: Process, child: Any, value: Any) -> None:
    proc.spawn(child, value)


def by_environment(proc: Process, child: Any, value: Any) -> None:
    proc.env.send(proc.spawn(child), value)


VALUES = [
    lambda: [1, [2]],
    lambda: {"a": [1]},
    lambda: {1, 2},
    lambda: (atom.ok, [1]),
    lambda: (atom.ok, [1], {"deep": ({"er": [1]},)}),
]


@pytest.mark.parametrize("cross", [by_send, by_name, by_timer, by_spawn, by_environment])
@pytest.mark.parametrize("make", VALUES)
def test_the_receiver_has_a_copy(cross: Any, make: Any) -> None:
    original, received = crossing(make, cross)
    assert received == make() != original
    assert type(received) is type(original)


def test_what_cannot_change_is_passed_as_it_is() -> None:
    value = (atom.ok, 1, "text", b"bytes", 2.5, None, True, ("nested", (1, 2)))
    got = []

    def main(proc: Process) -> Any:
        proc.send(proc.pid, value)
        got.append((yield proc.receive()))

    run(main)
    assert got[0] is value


def test_send_returns_the_message_itself() -> None:
    def main(proc: Process) -> Any:
        message = [1]
        assert proc.send(proc.pid, message) is message
        assert (yield proc.receive()) is not message

    assert run(main).ok


def test_an_exit_reason_is_a_copy_for_each_who_gets_it() -> None:
    seen = []

    def dying(proc: Process) -> Any:
        reason = [1, 2]
        proc.put("reason", reason)
        yield proc.receive()
        proc.exit(reason)

    def watcher(proc: Process, pid: Any) -> Any:
        proc.monitor(pid)
        down = yield proc.receive()
        seen.append(list(down[4]))
        down[4].append(3)

    def trapper(proc: Process, pid: Any) -> Any:
        proc.flag(atom.trap_exit, True)
        proc.link(pid)
        exited = yield proc.receive()
        seen.append(list(exited[2]))
        exited[2].append(4)

    def main(proc: Process) -> Any:
        pid = proc.spawn(dying)
        for function in (watcher, trapper, watcher, trapper):
            proc.spawn(function, pid)
        yield proc.sleep(1)
        proc.send(pid, atom.go)

    run(main)
    assert seen == [[1, 2]] * 4


def test_the_reason_of_an_exit_signal_is_a_copy() -> None:
    seen = []

    def trapper(proc: Process) -> Any:
        proc.flag(atom.trap_exit, True)
        seen.append((yield proc.receive())[2])

    def main(proc: Process) -> Any:
        pid = proc.spawn(trapper)
        yield proc.sleep(1)
        reason = [1]
        proc.exit(pid, reason)
        reason.append(2)

    run(main)
    assert seen == [[1]]


def test_the_trace_shows_a_message_as_it_was_when_it_was_sent() -> None:
    class Box:
        def __init__(self) -> None:
            self.value = 1

        def __inspect_fields__(self) -> list[tuple[str, Any]]:
            return [("value", self.value)]

    def main(proc: Process) -> Any:
        box, numbers = Box(), [1]
        proc.send(proc.pid, box)
        proc.send(proc.pid, numbers)
        first = inspect(box)
        box.value = 2
        numbers.append(2)
        proc.puts(first)
        yield proc.sleep(0)

    result = run(main)
    shown = [event.msg for event in result.trace if isinstance(event, Send)]
    assert shown == [result.output.rstrip("\n"), "[1]"]


def test_kernel_wide_state_is_its_own() -> None:
    def main(proc: Process) -> Any:
        proc.register(proc.pid, atom.one)
        yield proc.sleep(1)

    first, second = Kernel(), Kernel()
    assert first.start(main) == second.start(main)
    first.run()
    second.run()
    assert (first.now, second.now) == (1_000_000, 1_000_000)
