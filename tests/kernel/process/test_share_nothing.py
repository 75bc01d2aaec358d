"""Share nothing: whatever crosses from one process to another is a copy."""

from __future__ import annotations

import math
import re
import threading
from collections import Counter, OrderedDict, defaultdict, deque
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from functools import partial
from random import Random
from typing import Any, NamedTuple

import pytest
import simpy

from simulator import Config, Kernel, Process, atom, inspect, run
from simulator.kernel import NotCopyable
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


class Account:
    def __init__(self, owner: str) -> None:
        self.owner = owner
        self.entries: list[int] = []
        self.parent: Account | None = None


class Slotted:
    __slots__ = ("value", "values")

    def __init__(self) -> None:
        self.value, self.values = 1, [1]


class Numbers(list[int]):
    pass


class Named(NamedTuple):
    name: str
    values: list[int]


@dataclass
class Plain:
    values: list[int]


@dataclass(frozen=True)
class Frozen:
    value: int
    values: Any = ()


class Colour(Enum):
    RED = 1


class Broken(Exception):
    def __init__(self, code: int, values: list[int]) -> None:
        super().__init__(f"code {code}")
        self.values = values


def sent(make: Any) -> Any:
    """Send what *make* returns to a process; return both."""
    got: list[Any] = []

    def main(proc: Process) -> Any:
        original = make()
        proc.send(proc.pid, original)
        got.extend([original, (yield proc.receive())])

    run(main)
    return got


def linked() -> Account:
    account = Account("ann")
    account.parent = account
    account.entries.append(1)
    return account


COPIED = [
    linked, Slotted, lambda: Numbers([1]), lambda: Named("a", [1]), lambda: Plain([1]), lambda: Frozen(1, [1]),
    lambda: defaultdict(list, {"a": [1]}), lambda: deque([[1]]), lambda: OrderedDict(a=[1]), lambda: Counter("aab"),
    lambda: bytearray(b"a"), lambda: partial(max, [1]), lambda: Broken(1, [1]), lambda: frozenset([Frozen(1, (2,))]),
]  # fmt: skip


@pytest.mark.parametrize("make", COPIED)
def test_an_instance_is_copied_with_what_it_holds(make: Any) -> None:
    original, received = sent(make)
    assert received is not original and type(received) is type(original)
    before = inspect(received)
    held = getattr(original, "values", None) or getattr(original, "entries", None) or original
    if hasattr(held, "append"):
        held.append(2)
    elif hasattr(held, "clear"):
        held.clear()
    assert inspect(received) == before


def test_what_refers_to_itself_or_twice_to_one_thing_still_does() -> None:
    account = sent(linked)[1]
    assert account.parent is account and account.entries == [1]
    one, other = sent(lambda: Plain([(shared := Plain([1])), shared]))[1].values
    assert one is other


@pytest.mark.parametrize("value", [Random(1), Fraction(1, 3), Decimal("1.5"), date(2024, 2, 29)])
def test_values_of_the_standard_library_are_equal(value: Any) -> None:
    original, received = sent(lambda: value)
    assert received == original or received.random() == original.random()


MARK = object()


@pytest.mark.parametrize(
    "thing",
    [
        len, lambda x: x, Account, math, MARK, Colour.RED, Frozen(1, (2, "a")), ("t", Colour.RED, MARK), range(3), 1j,
        Ellipsis, re.compile("a"), [].append,
    ],
)  # fmt: skip
def test_code_marks_and_what_cannot_change_are_shared(thing: Any) -> None:
    original, received = sent(lambda: thing)
    assert received == original and type(received) is type(original)


def test_the_world_is_shared() -> None:
    def main(proc: Process) -> Any:
        room = simpy.Resource(proc.env, 1)
        for thing in (room, proc.env, proc.env.event(), proc, proc.random, Config(n=1)):
            proc.send(proc.pid, (atom.here, [thing]))
            assert (yield proc.receive())[1][0] is thing
        proc.puts("shared")

    assert run(main).output == "shared\n"


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (threading.Lock, "an object of class lock cannot be sent"),
        (lambda: Plain([threading.Lock()]), "an object of class lock in an object of class Plain cannot be sent"),
        (lambda: [(n for n in [1])], "the generator <genexpr> cannot be sent"),
        (lambda: open(__file__), "an object of class TextIOWrapper cannot be sent"),  # noqa: SIM115
        (lambda: (cycle := [], cycle.append(cycle))[0], "is nested too deep, or holds itself"),
    ],
)
def test_what_cannot_be_copied_is_refused_in_one_line(make: Any, told: str) -> None:
    for cross in (by_send, by_timer, by_spawn, by_environment):
        with pytest.raises(NotCopyable, match=rf"test_share_nothing\.py:\d+: .*{told}") as caught:
            run(lambda proc, cross=cross: cross(proc, lambda p, *args: None, make()))
        assert "\n" not in str(caught.value)


def test_a_crash_is_told_whatever_its_exception_holds() -> None:
    def dying(proc: Process) -> Any:
        yield proc.sleep(1)
        raise Broken(1, [threading.Lock()])  # type: ignore[list-item]

    def main(proc: Process) -> Any:
        proc.spawn_monitor(dying)
        down = yield proc.receive()
        proc.puts(str(down[4][0]))

    assert run(main).output == "code 1\n"


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
