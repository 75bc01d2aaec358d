"""Selective receive: what the patterns look at, and how often."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator import ANY, Atom, Kernel, Pid, Process, Reference, ScenarioError, atom, run, when
from simulator.kernel import MailboxFlood, matches


class Counting:
    """A guard that counts how often it was asked."""

    def __init__(self, wanted: Any) -> None:
        self.asked = 0
        self.wanted = wanted

    def guard(self, term: Any) -> bool:
        self.asked += 1
        return bool(term == self.wanted)


def test_a_fresh_reference_does_not_rescan_the_mailbox() -> None:
    counts = []

    def server(proc: Process) -> Any:
        while True:
            ref, sender = yield proc.receive()
            proc.send(sender, (ref, atom.ok))

    def main(proc: Process) -> Any:
        for n in range(1000):
            proc.send(proc.pid, ("noise", n))
        pid = proc.spawn(server)
        yield proc.sleep(1)
        for _ in range(5):
            ref = proc.make_ref()
            counting = Counting(atom.ok)
            proc.send(pid, (ref, proc.pid))
            reply = yield proc.receive((ref, counting.guard))
            assert reply == (ref, atom.ok)
            monitor = proc.monitor(pid)
            proc.demonitor(monitor)
            counts.append(counting.asked)
            seen = Counting(None)
            assert (yield proc.receive((monitor, seen.guard), when((ref, ANY), seen.guard), after=0)) is None
            counts.append(seen.asked)

    assert run(main, trace=False).reason is atom.normal
    assert counts == [1, 0] * 5


def test_an_old_reference_still_finds_what_came_after_it() -> None:
    def main(proc: Process) -> Any:
        refs = [proc.make_ref() for _ in range(3)]
        for n, ref in enumerate(refs):
            proc.send(proc.pid, (ref, n))
        for n, ref in reversed(list(enumerate(refs))):
            assert (yield proc.receive((ref, ANY), after=0)) == (ref, n)
        late = proc.make_ref()
        proc.send(proc.pid, (refs[0], "again"))
        proc.send(proc.pid, (late, "late"))
        assert (yield proc.receive((late, ANY), (refs[0], ANY), after=0)) == (refs[0], "again")
        assert (yield proc.receive((late, ANY), after=0)) == (late, "late")

    assert run(main).reason is atom.normal


def test_the_reference_of_another_process_is_no_mark() -> None:
    def main(proc: Process) -> Any:
        def giver(child: Process, main_pid: Any) -> Any:
            ref = child.make_ref()
            child.send(main_pid, (atom.ref, ref))
            yield child.sleep(0)

        proc.spawn(giver, proc.pid)
        _, ref = yield proc.receive((atom.ref, Reference))
        proc.send(proc.pid, (ref, 1))
        assert (yield proc.receive((ref, ANY), after=0)) == (ref, 1)

    assert run(main).reason is atom.normal


def test_marks_survive_messages_taken_from_the_middle() -> None:
    """The mark counts arrivals; what is taken out in between must not make it skip an answer."""

    def main(proc: Process) -> Any:
        for n in range(10):
            proc.send(proc.pid, n)
        ref = proc.make_ref()
        for n in (5, 0, 9, 3):
            assert (yield proc.receive(n, after=0)) == n
        proc.send(proc.pid, (ref, atom.answer))
        for n in (1, 2, 4):
            assert (yield proc.receive(n, after=0)) == n
        proc.send(proc.pid, atom.noise)
        assert (yield proc.receive((ref, ANY), after=0)) == (ref, atom.answer)
        left = []
        while (message := (yield proc.receive(after=0))) is not None:
            left.append(message)
        assert left == [6, 7, 8, atom.noise]

    assert run(main).reason is atom.normal


def test_a_blocked_receive_looks_at_each_message_once() -> None:
    counting = Counting(atom.wanted)

    def waiter(proc: Process) -> Any:
        yield proc.receive(counting.guard)

    def main(proc: Process) -> Any:
        pid = proc.spawn(waiter)
        for n in range(50):
            proc.send(pid, n)
            yield proc.sleep(1 if n % 3 else 0)
        proc.send(pid, atom.wanted)

    run(main)
    assert counting.asked == 51


def test_what_is_skipped_stays_in_order_however_it_came() -> None:
    got = []

    def waiter(proc: Process) -> Any:
        yield proc.receive(atom.first)
        yield proc.receive(atom.second, after=3)
        while (message := (yield proc.receive(after=0))) is not None:
            got.append(message)

    def main(proc: Process) -> Any:
        pid = proc.spawn(waiter)
        yield proc.sleep(1)
        for message in (1, 2, atom.first, 3):
            proc.send(pid, message)
            yield proc.sleep(0)
        yield proc.sleep(1)
        proc.send(pid, 4)
        yield proc.sleep(1)
        proc.send(pid, 5)
        proc.send_after(pid, 6, 1)
        yield proc.sleep(10)

    run(main)
    assert got == [1, 2, 3, 4, 5, 6]


def test_long_mailboxes_are_searched_in_order() -> None:
    def main(proc: Process) -> Any:
        for n in range(2000):
            proc.send(proc.pid, (atom.n, n))
        for wanted in (1999, 700, 1000, 0, 1998):
            assert (yield proc.receive((atom.n, wanted), after=0)) == (atom.n, wanted)
        assert (yield proc.receive((atom.n, int), after=0)) == (atom.n, 1)
        assert (yield proc.receive((atom.n, str), after=0)) is None

    assert run(main, trace=False).reason is atom.normal


def test_many_matching_patterns_take_the_oldest_message() -> None:
    def main(proc: Process) -> Any:
        for message in (atom.c, atom.b, atom.a):
            proc.send(proc.pid, message)
        assert (yield proc.receive(atom.a, atom.b)) is atom.b

    assert run(main).reason is atom.normal


def test_none_is_a_message_too() -> None:
    def main(proc: Process) -> Any:
        proc.send(proc.pid, None)
        proc.send(proc.pid, 1)
        assert (yield proc.receive()) is None
        assert (yield proc.receive()) == 1
        proc.send_after(proc.pid, None, 5)
        assert (yield proc.receive(None)) is None
        assert proc.now_ms == 5

    assert run(main).reason is atom.normal


@pytest.mark.parametrize(
    ("pattern", "yes", "no"),
    [
        (1, [1], [1.0, True, 2, "1"]),
        (1.0, [1.0], [1, True]),
        (True, [True], [1, 1.0, False]),
        (None, [None], [False, 0, atom.none]),
        ("a", ["a"], [b"a", atom.a]),
        (atom.a, [atom.a], ["a", atom.b]),
        (int, [1, 0], [True, 1.0]),
        (bool, [True, False], [1, 0]),
        (float, [1.0], [1]),
        (Atom, [atom.a], ["a"]),
        ((), [()], [(1,), []]),
        ((1, ANY), [(1, 2), (1, None)], [(1,), (1, 2, 3), [1, 2], (True, 2), (2, 2)]),
        ([1, int], [[1, 2]], [[1], [1, 2, 3], (1, 2)]),
        ([], [[]], [()]),
        ({}, [{}, {"a": 1}], [[], ()]),
        ({"a": int}, [{"a": 1}, {"a": 1, "b": 2}], [{"a": "x"}, {"b": 1}, {}]),
        ({"a": {"b": ANY}}, [{"a": {"b": 1}}], [{"a": {}}, {"a": 1}]),
        (lambda n: n > 3, [4, 4.5], [3, "x", None, (4,)]),
        ((atom.n, lambda n: n % 2), [(atom.n, 3)], [(atom.n, 2), (atom.n, "x")]),
        (when((int, int), lambda m: m[0] < m[1]), [(1, 2)], [(2, 1), (1, 2, 3), ("a", "b")]),
        ((ANY, when(int, lambda n: n > 3)), [(1, 4)], [(4, 1), (1, "x")]),
        (set, [{1}], [[1]]),
    ],
)
def test_matches(pattern: Any, yes: list[Any], no: list[Any]) -> None:
    assert [term for term in yes if not matches(pattern, term)] == []
    assert [term for term in no if matches(pattern, term)] == []


def test_classes_of_the_kernels_own() -> None:
    def main(proc: Process) -> Any:
        ref = proc.make_ref()
        assert matches(Pid, proc.pid) and not matches(Pid, ref)
        assert matches(Reference, ref) and not matches(Reference, proc.pid)
        assert matches((ref, Pid), (ref, proc.pid))
        yield proc.sleep(0)

    assert run(main).reason is atom.normal


def test_a_guard_that_goes_wrong_does_not_match_but_a_bug_in_it_shows() -> None:
    def main(proc: Process) -> Any:
        proc.send(proc.pid, 5)
        assert (yield proc.receive(lambda m: m["key"] > 1, lambda m: 1 / (m - 5), after=0)) is None
        yield proc.receive(lambda m: m.no_such_attribute)

    result = run(main)
    assert isinstance(result.reason[0], AttributeError)


def test_a_flood_is_noticed_where_nothing_matches() -> None:
    def stuck(proc: Process) -> Any:
        yield proc.receive(atom.never)

    def main(proc: Process) -> Any:
        pid = proc.spawn(stuck)
        while True:
            proc.send(pid, 1)
            yield proc.yield_()

    kernel = Kernel(mailbox_limit=20_000, instant_limit=100_000)
    kernel.start(main)
    with pytest.raises(MailboxFlood, match=r"the mailbox of #PID<0.101.0> \(stuck/0\) is flooded"):
        kernel.run(until=1)


@pytest.mark.parametrize("guard", [lambda m: (yield m), when])
def test_a_generator_is_no_guard(guard: Any) -> None:
    def main(proc: Process) -> Any:
        proc.send(proc.pid, 1)
        if guard is when:
            yield proc.receive(when(ANY, lambda m: (yield m)))
        yield proc.receive((ANY, guard), guard)

    with pytest.raises(ScenarioError, match=rf"{__file__}:\d+: the guard <lambda> is a generator"):
        run(main)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(0, 3), max_size=12), st.lists(st.integers(0, 3), max_size=12), st.integers(0, 3))
def test_a_receive_since_a_mark_looks_at_nothing_older(before: list[int], after: list[int], wanted: int) -> None:
    def main(proc: Process) -> Any:
        for n in before:
            proc.send(proc.pid, ("noise", n))
        if before:
            yield proc.receive()
        mark = proc.arrived()
        for n in [*after, wanted]:
            proc.send(proc.pid, (atom.since, n))
        counting = Counting(wanted)
        found = yield proc.receive_since(mark, (ANY, counting.guard))
        assert found == (atom.since, wanted)
        assert counting.asked == [*after, wanted].index(wanted) + 1
        left = []
        while (message := (yield proc.receive(after=0))) is not None:
            left.append(message)
        later = [*after, wanted]
        later.remove(wanted)
        assert left == [("noise", n) for n in before[1:]] + [(atom.since, n) for n in later]

    for trace in (False, True):
        assert run(main, trace=trace).reason is atom.normal


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 20), st.integers(0, 3))
def test_a_reference_within_a_pattern_is_a_mark_too(noise: int, depth: int) -> None:
    def main(proc: Process) -> Any:
        for n in range(noise):
            proc.send(proc.pid, ((("noise", n),), n))
        counting = Counting(7)
        nested: Any = proc.make_ref()
        for _ in range(depth):
            nested = (nested, atom.inner)
        proc.send(proc.pid, (7, nested))
        assert (yield proc.receive((counting.guard, nested))) == (7, nested)
        assert counting.asked == 1

    assert run(main, trace=False).reason is atom.normal
