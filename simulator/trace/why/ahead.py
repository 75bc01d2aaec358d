"""Answers made ahead, for a page that has none to ask: for each process, from when until when which answer holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain, zip_longest

from simulator.trace.records import At
from simulator.trace.why.asking import Question, ask, standing_out
from simulator.trace.why.known import Answer, Known
from simulator.trace.why.provenance import content, values

LARGEST = 10_000
"""Events of a run up to which every answer is made: beyond that they take longer than whoever opens a page waits."""

_MOST = 3_000  # answers, after which none are made of waits and of the ways of values
_SHORT_WAY = 2  # sentences of a way that says no more than the message does


@dataclass(frozen=True, slots=True)
class Held:
    """An answer, and the stretch of the run in which it holds."""

    answer: Answer
    """Which."""
    start: int
    """``seq`` of the first event at which it holds."""
    end: int | None
    """``seq`` of the last one; ``None``: to the end of the run."""


def answers(run: Known) -> tuple[list[Answer], list[Held]]:
    """Return what stands out in a run, and the answers about each process in their order; none of a large run's.

    >>> answers(Known([]))
    ([], [])
    """
    if len(run.events) > LARGEST:
        return [], []
    held: list[Held] = []
    for pid in run.history.processes:
        if len(held) < _MOST:
            held += _waits(run, pid)
        held += _end(run, pid)
        held += _from(run, pid, "value", _changes(run, pid))
        held += _history(run, pid)
        if len(held) < _MOST:
            held += _ways(run, pid)
        held += _from(run, pid, "late", _late(run, pid))
        held += _from(run, pid, "not", _missed(run, pid))
    return standing_out(run), held


def _waits(run: Known, pid: int) -> Iterator[Held]:
    """Yield why a process waits: anew at each event within a wait that makes another answer of it."""
    for stretch in run.process(pid).stretches:
        if stretch.kind not in ("wait", "queue"):
            continue
        last = len(run.events) - 1 if stretch.end is None else stretch.end.seq - 1
        points = list(_points(run, pid, stretch.start.seq, last))
        yield from _pieces(points, "wait", last)
        yield from _pieces(points, "not", last, kinds=("refused", "busy"))


def _points(run: Known, pid: int, first: int, last: int) -> Iterator[tuple[int, list[Answer]]]:
    """Yield where what is said of a wait may be another than before, and what is said.

    That is wherever one of those whom it tells of begins or ends something, and at the events that it rests on.
    """
    at = first
    ahead = {each for each in _evidence(ask(run, pid, run.event(last), ("wait", "not"))) if each > first}
    while at <= last:
        said = ask(run, pid, run.event(at), ("wait", "not"))
        yield at, said
        of = {because.pid for answer in said for because in answer.because}
        if any(because.kind == "queue" for answer in said for because in answer.because):
            of = set(run.history.processes)  # whoever has the scheduler
        turns = (run.turn_after(each, at) for each in of)
        evidence = (each for each in (ahead | _evidence(said)) if each > at)
        at = min(chain((turn for turn in turns if turn is not None), evidence), default=last + 1)


def _evidence(answers: list[Answer]) -> set[int]:
    """Return the events that answers rest on: where they became what they are."""
    return {each for answer in answers for because in answer.because for each in because.events}


def _pieces(
    points: list[tuple[int, list[Answer]]], question: Question, last: int, kinds: tuple[str, ...] = ()
) -> Iterator[Held]:
    """Yield what is said at each of these points to a question, as long as it is the same once."""
    before: Held | None = None
    ends = [*(point - 1 for point, _ in points[1:]), last]
    for (point, said), end in zip(points, ends, strict=True):
        found = _only([answer for answer in said if answer.kind == question], kinds)
        if before is not None and found is not None and found.because == before.answer.because:
            before = Held(before.answer, before.start, end)
            continue
        if before is not None:
            yield before
        before = None if found is None else Held(found, point, end)
    if before is not None:
        yield before


def _only(found: list[Answer], kinds: tuple[str, ...]) -> Answer | None:
    """Return an answer with the sentences of these kinds alone; with all of them where no kinds are given."""
    if not found:
        return None
    answer = found[0]
    because = tuple(each for each in answer.because if not kinds or each.kind in kinds)
    return replace(answer, because=because) if because else None


def _end(run: Known, pid: int) -> Iterator[Held]:
    end = run.process(pid).end
    if end is not None:
        yield from (Held(answer, end.seq, None) for answer in ask(run, pid, end, ("end",)))


def _history(run: Known, pid: int) -> Iterator[Held]:
    """Yield the states of a server, all of them: what is looked at shows which of them is meant."""
    for answer in ask(run, pid, run.event(len(run.events) - 1), ("history",)):
        yield Held(answer, answer.because[0].events[0], None)


def _ways(run: Known, pid: int) -> Iterator[Held]:
    """Yield where the values of a process come from: those that come from further than who sent them."""
    got = [
        message.received.seq
        for message in run.messages_to.get(pid, ())
        if message.received is not None and values(content(message))
    ]
    for held in _from(run, pid, "way", [*got, *_changes(run, pid)]):
        if len(held.answer.because) > _SHORT_WAY:
            yield held


def _from(run: Known, pid: int, question: Question, points: Iterable[int]) -> Iterator[Held]:
    """Yield the answers at these points, each until the next one."""
    at = sorted(set(points))
    for point, following in zip_longest(at, at[1:]):
        kinds = (
            ("write", "before", "lost") if question == "value" else ("dropped", "after") if question == "not" else ()
        )
        found = _only(ask(run, pid, run.event(point), (question,)), kinds)
        if found is not None:
            yield Held(found, point, None if following is None else following - 1)


def _changes(run: Known, pid: int) -> Iterator[int]:
    for callback in run.callbacks.get(pid, ()):
        if callback.after is not None and callback.after != callback.before and callback.end is not None:
            yield callback.end.seq


def _late(run: Known, pid: int) -> Iterator[int]:
    """Yield where something turned out to be late: a call that gave up, its reply, a timer that was read late."""
    for call in [*run.calls_by.get(pid, ()), *run.calls_to.get(pid, ())]:
        if call.how == "timeout":
            yield from _seqs(call.end, call.replied)
    for message in run.messages_to.get(pid, ()):
        if message.received is not None and message.enqueued is not None and message.received.t > message.enqueued.t:
            yield message.received.seq


def _missed(run: Known, pid: int) -> Iterator[int]:
    """Yield where something did not reach a process, or came after it had given up."""
    for message in [*run.messages_by.get(pid, ()), *run.messages_to.get(pid, ())]:
        yield from _seqs(message.dropped)
    yield from (cast.seq for cast in run.casts_to_nobody(pid))
    if any(each.ended_by == "timeout" and each.on == "receive" for each in run.process(pid).stretches):
        for message in run.messages_to.get(pid, ()):
            yield from _seqs(message.enqueued)


def _seqs(*points: At | None) -> Iterator[int]:
    yield from (point.seq for point in points if point is not None)
