"""The questions: what one can ask about a process at a moment of a run, and what stands out in a whole run."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice
from typing import Literal

from simulator.terms.durations import duration_text
from simulator.trace.records import At
from simulator.trace.why.ends import ended
from simulator.trace.why.known import Answer, Because, Known
from simulator.trace.why.late import came_late, late
from simulator.trace.why.missing import missing
from simulator.trace.why.states import states
from simulator.trace.why.values import lost_updates, value
from simulator.trace.why.waits import waiting
from simulator.trace.why.way import way

Question = Literal["wait", "end", "value", "late", "not", "history", "way"]
QUESTIONS: tuple[Question, ...] = ("wait", "end", "value", "late", "not")
"""Why does it wait? Why did it end? Why this value? Why late? Why not?"""
WHEN_ASKED: tuple[Question, ...] = ("history", "way")
"""What is answered only where it is asked for: which states had it? Where does its value come from?"""

_MOST = 20  # processes that stand out


def ask(run: Known, pid: int, at: At, questions: tuple[Question, ...] = QUESTIONS) -> list[Answer]:
    """Return the answers to what can be asked about a process at a moment; without those that have nothing to say.

    >>> from simulator.trace.events import Exit, Spawn
    >>> run = Known([Spawn(seq=0, t=0, pid=100, id="main", function="main/0"),
    ...              Exit(seq=1, t=5_000_000, pid=100, cause=0, reason=":normal", how="returned")])
    >>> for answer in ask(run, 100, run.moment(5_000_000)):
    ...     print(answer.question, answer.because[0].text)
    Why did main/0 end? main/0 ends at 5 ms (#1), its function has returned.
    """
    found = (_ANSWERS[question](run, pid, at) for question in questions)
    return [answer for answer in found if answer.because]


def _answer(kind: Question, pid: int, question: str, because: list[Because], at: At) -> Answer:
    return Answer(kind, pid, question, tuple(because), at)


def _wait(run: Known, pid: int, at: At) -> Answer:
    if _is_over(run, pid, at):
        return _answer("wait", pid, "", [], at)
    because = waiting(run, pid, at)
    what = "does it wait" if because[0].kind in _WAITING else "is it here"
    return _answer("wait", pid, f"{run.who(pid)} at {duration_text(at.t)}: why {what}?", because, at)


_WAITING = ("woken", "call", "receive", "hibernate", "sleep", "event", "queue", "ready")


def _is_over(run: Known, pid: int, at: At) -> bool:
    end = run.process(pid).end
    return end is not None and end.seq <= at.seq


def _end(run: Known, pid: int, at: At) -> Answer:
    because = ended(run, pid) if _is_over(run, pid, at) else []
    return _answer("end", pid, f"Why did {run.who(pid)} end?", because, at)


def _value(run: Known, pid: int, at: At) -> Answer:
    return _answer(
        "value", pid, f"Why has {run.who(pid)} this state at {duration_text(at.t)}?", value(run, pid, at), at
    )


def _late(run: Known, pid: int, at: At) -> Answer:
    return _answer("late", pid, f"What was late for {run.who(pid)}, and why?", late(run, pid, at), at)


def _missing(run: Known, pid: int, at: At) -> Answer:
    return _answer("not", pid, f"What did not reach {run.who(pid)}, and why not?", missing(run, pid, at), at)


def _history(run: Known, pid: int, at: At) -> Answer:
    question = f"Which states has {run.who(pid)} had by {duration_text(at.t)}?"
    return _answer("history", pid, question, states(run, pid, at), at)


def _way(run: Known, pid: int, at: At) -> Answer:
    question = f"Where does the value come from that {run.who(pid)} has at {duration_text(at.t)}?"
    return _answer("way", pid, question, way(run, pid, at), at)


_ANSWERS: dict[Question, Callable[[Known, int, At], Answer]] = {
    "wait": _wait, "end": _end, "value": _value, "late": _late, "not": _missing,
    "history": _history, "way": _way,
}  # fmt: skip


def standing_out(run: Known) -> list[Answer]:
    """Return what one would ask first of a run: deadlocks, crashes, what was late, lost updates, lost messages."""
    found = {(answer.kind, answer.pid, answer.at): answer for answer in _first_asked(run) if answer.because}
    return list(islice(found.values(), _MOST))


def _first_asked(run: Known) -> Iterator[Answer]:
    last = run.event(len(run.events) - 1)
    for among in run.history.deadlocks:
        yield _wait(run, among[0], last)
    if not run.history.deadlocks:
        yield from _deadlocks_at(run, last)
    yield from _passing_deadlocks(run)
    for process in run.history.processes.values():
        if process.crashed or (process.pid in run.children_of and _gave_up(run, process.pid)):
            yield _end(run, process.pid, last)
    for pid in dict.fromkeys(call.caller for call in run.history.calls if call.how == "timeout"):
        if pid is not None:
            yield _late(run, pid, last)
    for pid in dict.fromkeys(message.receiver for message in run.history.messages if came_late(message)):
        if pid is not None:
            yield _late(run, pid, last)
    for pid in run.callbacks:
        if lost_updates(run, pid):
            yield _value(run, pid, last)
    for pid in dict.fromkeys([*_losers(run), *filter(run.casts_to_nobody, run.history.processes)]):
        yield _missing(run, pid, last)
    for pid in run.history.processes:
        at = run.event(_last_of(run, pid))
        stretch, answer = run.stretch(pid, at), _missing(run, pid, at)
        wanted = ("after", "refused") if stretch is not None and stretch.on == "receive" else ("after",)
        if any(each.kind in wanted for each in answer.because):
            yield answer


def _last_of(run: Known, pid: int) -> int:
    """Return the last event at which a process was there."""
    end = run.process(pid).end
    return len(run.events) - 1 if end is None else max(end.seq - 1, 0)


def _gave_up(run: Known, pid: int) -> bool:
    """Return whether a supervisor ended because it had restarted too often."""
    return run.process(pid).end is not None and any(each.kind == "budget" for each in ended(run, pid))


def _deadlocks_at(run: Known, at: At) -> Iterator[Answer]:
    """Yield why those wait who wait for each other in calls at a moment, of each circle the first."""
    told: set[int] = set()
    for pid in run.history.processes:
        stretch = run.stretch(pid, at)
        if pid in told or stretch is None or stretch.on != "call":
            continue
        answer = _wait(run, pid, at)
        if any(each.kind == "deadlock" for each in answer.because):
            told.update(each.pid for each in answer.because)
            yield answer


def _passing_deadlocks(run: Known) -> Iterator[Answer]:
    """Yield why those waited whose call gave up in the middle of a circle."""
    for call in run.history.calls:
        if call.how == "timeout" and call.end is not None and call.caller is not None:
            timeout = run.events[call.end.seq].cause or 1
            answer = _wait(run, call.caller, At(call.end.t, timeout - 1))
            if any(each.kind == "deadlock" for each in answer.because):
                yield answer


def _losers(run: Known) -> list[int]:
    """Return who sent, or was to get, a message that reached nobody and was no late reply."""
    return [
        message.sender
        for message in run.history.messages
        if message.dropped is not None and message.why != "inactive" and message.sender is not None
    ]
