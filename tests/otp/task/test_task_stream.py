"""A stream of tasks: its order, its limits, and how a run's schedulers set them."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator import Run, Task, atom, run
from simulator.kernel import ForgottenYield
from simulator.kernel.process.mailbox import Mailbox


def events(result: Run, kind: str) -> list[Any]:
    return [event for event in result.trace if type(event).__struct_config__.tag == kind]


def after(proc: Any, ms: int) -> Any:
    yield proc.sleep(ms)
    return ms


def most_at_a_time(result: Run) -> int:
    """Return how many tasks were alive at a time at most, by the trace alone."""
    tasks = {event.pid for event in events(result, "spawn") if event.function == "after/0"}
    alive = most = 0
    for event in result.trace:
        kind = type(event).__struct_config__.tag
        if event.pid in tasks and kind in ("spawn", "exit"):
            alive += 1 if kind == "spawn" else -1
            most = max(most, alive)
    return most


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.integers(0, 90), max_size=10),
    st.integers(1, 5),
    st.booleans(),
    st.integers(1, 100) | st.just(atom.infinity),
)
def test_a_stream_keeps_order_and_never_exceeds_its_limit(
    durations: list[int], limit: int, ordered: bool, timeout: Any
) -> None:
    results: list[Any] = []
    delivered: list[Any] = []

    def main(proc: Any) -> Any:
        options = {"max_concurrency": limit, "ordered": ordered, "timeout": timeout, "on_timeout": atom.kill_task}
        results.extend((yield Task.async_stream(proc, durations, after, each=delivered.append, **options)))
        assert proc.info(proc.pid, [atom.messages, atom.monitors, atom.links]) == [
            (atom.messages, []),
            (atom.monitors, []),
            (atom.links, []),
        ]

    result = run(main)
    assert result.reason is atom.normal
    assert result.reports == []
    assert most_at_a_time(result) <= limit
    if all(durations):  # else one may have ended before the next starts
        assert most_at_a_time(result) == min(limit, len(durations))
    # A task is told what to do after its timer was set: at a tie it is timed out.
    in_time = [timeout is atom.infinity or ms < timeout for ms in durations]
    wanted = [(atom.ok, ms) if ok else (atom("exit"), atom.timeout) for ms, ok in zip(durations, in_time, strict=True)]
    assert delivered == results
    if ordered:
        assert results == wanted
    else:
        assert sorted(map(repr, results)) == sorted(map(repr, wanted))


@pytest.mark.parametrize(("schedulers", "most"), [(None, 4), (1, 1), (2, 2), (7, 6)])
def test_as_many_run_at_a_time_as_the_run_has_schedulers(schedulers: int | None, most: int) -> None:
    def main(proc: Any) -> Any:
        yield Task.async_stream(proc, [10] * 6, after)

    assert most_at_a_time(run(main, schedulers=schedulers)) == most


def test_elements_are_taken_as_late_as_can_be() -> None:
    taken = []

    def source() -> Any:
        for n in range(10):
            taken.append(n)
            yield 10

    def each(proc: Any, result: Any) -> Any:
        yield proc.sleep(1)
        proc.inspect([proc.now_ms, len(taken)])
        return atom.halt if proc.now_ms > 20 else None

    def main(proc: Any) -> Any:
        yield Task.async_stream(proc, source(), after, max_concurrency=2, each=each)

    assert run(main).output == "[11, 2]\n[12, 3]\n[22, 4]\n"


def test_a_source_is_closed_when_no_more_is_wanted() -> None:
    closed = []

    def source() -> Any:
        try:
            while True:
                yield 1
        finally:
            closed.append(True)

    def main(proc: Any) -> Any:
        yield Task.async_stream(proc, source(), after, each=lambda result: atom.halt)

    run(main)
    assert closed == [True]


def test_what_each_forgets_to_yield_is_an_error() -> None:
    def each(proc: Any, result: Any) -> Any:
        proc.sleep(1)
        yield proc.sleep(1)

    def main(proc: Any) -> Any:
        yield Task.async_stream(proc, [1], after, each=each)

    with pytest.raises(ForgottenYield, match=r"test_task_stream\.py:\d+: proc\.sleep"):
        run(main)


def test_the_trace_shows_what_a_stream_waits_for() -> None:
    def main(proc: Any) -> Any:
        yield Task.async_stream(proc, [10, 20], after, max_concurrency=2)

    result = run(main)
    waits = [event.detail for event in events(result, "wait") if event.pid == 100 and event.on == "call"]
    assert waits[0] == "Task.async_stream, 2 running"
    assert [event.function for event in events(result, "spawn")][1:] == [
        "Task.Supervised.stream_monitor/4",
        "after/0",
        "after/0",
    ]


def test_what_tasks_have_sent_is_not_looked_at_for_each_that_is_started(monkeypatch: pytest.MonkeyPatch) -> None:
    looked = []
    find = Mailbox.find

    def counted(box: Mailbox, patterns: Any, start: int) -> int:
        looked.append(len(box) - start)
        return find(box, patterns, start)

    monkeypatch.setattr(Mailbox, "find", counted)

    def main(proc: Any) -> Any:
        yield Task.async_stream(proc, range(300), lambda proc, n: n, max_concurrency=300)

    assert run(main, trace=False).reason is atom.normal
    starting = looked[: len(looked) // 2]
    assert max(starting) < 10
