"""Latency: constant, range, distribution, per pair; signals of one pair never overtake each other."""

from __future__ import annotations

from collections import defaultdict
from random import Random
from statistics import fmean, pstdev
from typing import Any

import pytest

from simulator import ANY, Process, atom, run
from simulator.kernel import distribution
from simulator.terms.durations import DurationError
from simulator.trace.events import Deliver, Send

MS = 1_000_000


def arrivals(latency: Any, count: int = 20, seed: int = 0, gap: Any = 0) -> list[Any]:
    """Return when each of *count* messages of one sender was received."""
    got = []

    def receiver(proc: Process) -> Any:
        for expected in range(count):
            assert (yield proc.receive()) == expected
            got.append(proc.now)

    def main(proc: Process) -> Any:
        pid = proc.spawn(receiver)
        for n in range(count):
            proc.send(pid, n)
            yield proc.sleep(gap)

    run(main, latency=latency, seed=seed)
    assert len(got) == count
    return got


def test_constant() -> None:
    assert arrivals("5ms", 3) == [5 * MS] * 3
    assert arrivals(5, 3, gap=2) == [5 * MS, 7 * MS, 9 * MS]
    assert arrivals(0, 3, gap=2) == [0, 2 * MS, 4 * MS]


@pytest.mark.parametrize(
    "latency", ["1ms..5ms", "uniform(1ms, 5ms)", "exponential(3ms)", "normal(3ms, 2ms)", "0..10ms"]
)
def test_random_latencies_never_reorder_a_pair(latency: str) -> None:
    for seed in range(5):
        at = arrivals(latency, 40, seed, gap=1)
        assert at == sorted(at)
        assert len({now - n * MS for n, now in enumerate(at)}) > 10
        assert at == arrivals(latency, 40, seed, gap=1)
    assert arrivals(latency, 40, 1) != arrivals(latency, 40, 2)


@pytest.mark.parametrize(
    ("text", "mean", "deviation"),
    [
        ("4ms", 4, 0),
        ("1ms..5ms", 3, 4 / 12**0.5),
        ("uniform(1ms,5ms)", 3, 4 / 12**0.5),
        ("exponential(3ms)", 3, 3),
        ("normal(10ms, 2ms)", 10, 2),
        (" normal( 10ms , 0 ) ", 10, 0),
    ],
)
def test_distributions(text: str, mean: float, deviation: float) -> None:
    draw, random = distribution(text), Random(7)
    drawn = [draw(random) for _ in range(20_000)]
    assert all(type(ns) is int and ns >= 0 for ns in drawn)
    assert fmean(drawn) / MS == pytest.approx(mean, rel=0.05)
    assert pstdev(drawn) / MS == pytest.approx(deviation, rel=0.05)


def test_a_normal_latency_is_never_negative() -> None:
    draw, random = distribution("normal(1ms, 5ms)"), Random(1)
    drawn = [draw(random) for _ in range(1000)]
    assert min(drawn) == 0 and max(drawn) > 10 * MS


@pytest.mark.parametrize(
    "text", ["", "x", "5ms..", "..5ms", "5ms..1ms", "normal(1ms)", "uniform(5ms, 1ms)", "cauchy(1ms)", None, []]
)
def test_what_is_no_latency(text: Any) -> None:
    with pytest.raises(DurationError):
        distribution(text)


def test_pairs_are_named_by_function_or_registered_name() -> None:
    got = {}

    def receiver(proc: Process) -> Any:
        name, _ = yield proc.receive()
        got[name] = proc.now_ms

    def other(proc: Process, pid: Any) -> Any:
        proc.send(pid, ("other", 1))
        yield proc.sleep(0)

    def main(proc: Process) -> Any:
        named = proc.spawn(receiver)
        proc.register(named, atom.desk)
        proc.send(atom.desk, ("desk", 1))
        proc.send(proc.spawn(receiver), ("receiver", 1))
        proc.spawn(other, proc.spawn(receiver))
        yield proc.sleep(0)

    latency = {("main", "desk"): "1ms", ("main", "*"): "2ms", ("*", "receiver"): "3ms", ("*", "*"): "4ms"}
    run(main, latency=latency)
    assert got == {"desk": 1, "receiver": 2, "other": 3}


def test_pairs_without_a_setting_have_no_latency_and_none_is_on_the_way_to_oneself() -> None:
    got = []

    def receiver(proc: Process, main_pid: Any) -> Any:
        yield proc.receive()
        got.append(proc.now_ms)
        proc.send(main_pid, atom.back)

    def main(proc: Process) -> Any:
        proc.send(proc.pid, atom.me)
        yield proc.receive(atom.me)
        got.append(proc.now_ms)
        proc.send(proc.spawn(receiver, proc.pid), atom.there)
        yield proc.receive(atom.back)
        got.append(proc.now_ms)

    run(main, latency={("receiver", "main"): 7})
    assert got == [0, 0, 7]
    got.clear()
    run(main, latency="7ms")
    assert got == [0, 7, 14]


@pytest.mark.parametrize("latency", [{"main": 5}, {("main",): 5}, {("a", 1): 5}, {("a", "b"): "x"}])
def test_what_is_no_pair(latency: Any) -> None:
    with pytest.raises(DurationError):
        run(lambda proc: (yield proc.sleep(0)), latency=latency)


def test_all_signals_of_a_pair_keep_their_order() -> None:
    """A last message before the end arrives before the EXIT and the DOWN that the end causes."""

    def dying(proc: Process, main_pid: Any) -> Any:
        yield proc.receive(atom.go)
        for n in range(10):
            proc.send(main_pid, n)
        proc.exit(atom.done)

    seen: list[Any] = []

    def main(proc: Process) -> Any:
        proc.flag(atom.trap_exit, True)
        pid = proc.spawn_link(dying, proc.pid)
        proc.monitor(pid)
        proc.send(pid, atom.go)
        for _ in range(12):
            message = yield proc.receive()
            seen.append(message if isinstance(message, int) else message[0])

    for seed in range(10):
        seen.clear()
        run(main, latency="0..10ms", seed=seed)
        assert seen == [*range(10), atom.EXIT, atom.DOWN]


@pytest.mark.xfail(strict=True, reason="a link that crosses an unlink is kept on one side only")
def test_links_are_symmetric_when_they_are_made_and_removed_crosswise() -> None:
    links: dict[str, Any] = {}

    def child(proc: Process) -> Any:
        (peer,) = yield proc.receive((ANY,))
        proc.link(peer)
        yield proc.sleep(100)
        links["child"] = proc.info(proc.pid, atom.links)[1]

    def main(proc: Process) -> Any:
        pid = proc.spawn(child)
        proc.send(pid, (proc.pid,))
        yield proc.sleep("10ms")  # the child links now; its link is on its way
        proc.link(pid)
        proc.unlink(pid)
        yield proc.sleep(60)
        links["main"] = proc.info(proc.pid, atom.links)[1]
        links["pid"], links["self"] = pid, proc.pid

    run(main, latency="10ms")
    assert (links["pid"] in links["main"]) == (links["self"] in links["child"])


def test_a_signal_on_its_way_to_a_dead_process_is_answered() -> None:
    got = []

    def main(proc: Process) -> Any:
        proc.flag(atom.trap_exit, True)
        pid = proc.spawn(lambda p: None)
        proc.link(pid)
        ref = proc.monitor(pid)
        proc.send(pid, atom.lost)
        got.append((yield proc.receive()))
        got.append((yield proc.receive()))
        assert ref

    result = run(main, latency="5ms")
    assert [message[0] for message in got] == [atom.EXIT, atom.DOWN]
    assert [message[-1] for message in got] == [atom.noproc, atom.noproc]
    assert result.now == 10 * MS
    assert [event.why for event in result.trace if hasattr(event, "why")] == ["dead"]


def test_the_trace_shows_when_a_message_was_sent_and_when_it_arrived() -> None:
    def main(proc: Process) -> Any:
        def receiver(child: Process) -> Any:
            for _ in range(5):
                yield child.receive()

        pid = proc.spawn(receiver)
        for n in range(5):
            proc.send(pid, n)
            yield proc.sleep(1)

    sent, took = {}, defaultdict(int)
    for event in run(main, latency="2ms..4ms", seed=3).trace:
        if isinstance(event, Send):
            sent[event.seq] = event.t
        elif isinstance(event, Deliver):
            took[event.cause] = event.t - sent[event.cause or 0]
    assert len(took) == 5 and all(ns >= 2 * MS for ns in took.values())
