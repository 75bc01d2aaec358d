"""The marks with a text beside a lifeline: waits with a deadline, timers, work, names, output, notes, ends."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from simulator.diagrams.drawing.text import shorten
from simulator.diagrams.reasons import brief, reported
from simulator.diagrams.sequences.signs import END, TAG, Tag, callee, who
from simulator.diagrams.sequences.spans import phases
from simulator.terms.durations import duration_text
from simulator.terms.visible import printable
from simulator.trace.records import At, Process, Remark, Stretch, Timer, Work
from simulator.trace.told import History

_LINES = 4  # of an output or a note

Candidate = tuple[At, int, Callable[[], Tag]]
"""Where a tag stands, on whose lifeline, and how to make it."""


def tags(history: History) -> Iterator[Candidate]:
    """Yield every tag that *history* has, not made yet: of a large trace only few are drawn."""
    for process in history.processes.values():
        yield from _of_life(process)
        for stretch in process.stretches:
            yield from _of_stretch(history, process.pid, stretch)
        for work in process.works:
            yield from _of_work(process, work)
    for timer in history.timers:
        yield from _of_timer(history, timer)
    for callback in history.callbacks:
        if callback.end is None or callback.end.t > callback.start.t:
            text = callback.name.rpartition(".")[2]
            yield callback.start, callback.pid, partial(_tag, "callback", callback.pid, callback.start, text)
    yield from _of_restarts(history)
    states: dict[int, str] = {}
    for remark in history.remarks:
        if remark.pid is None or remark.kind == "crash":
            continue
        if remark.kind == "state":
            if states.get(remark.pid) == remark.text:
                continue
            states[remark.pid] = remark.text
        yield remark.at, remark.pid, partial(_remark, remark)


def _tag(kind: str, pid: int, at: At, text: str, more: str = "", width: int = TAG) -> Tag:
    seen = printable(text)
    told = "\n".join(printable(line) for line in (more or text).split("\n"))
    return Tag(kind, pid, at, shorten(seen, width), f"{told}\nat {duration_text(at.t)}")


def _of_life(process: Process) -> Iterator[Candidate]:
    for name in process.names:
        yield name.start, process.pid, partial(_tag, "name", process.pid, name.start, f"is now {name.name}")
        if name.end is not None and (process.end is None or name.end < process.end):  # else it went with its process
            yield name.end, process.pid, partial(_tag, "unname", process.pid, name.end, f"is no longer {name.name}")
    if process.end is not None:
        yield process.end, process.pid, partial(_end, process)


def _end(process: Process) -> Tag:
    assert process.end is not None
    reason = brief(process.reason or "")
    if process.crashed:
        kind, text = "crash", f"crashes: {reported(process.report, process.reason or '')}"
    elif process.how == "returned" or reason == ":normal":
        kind, text = "normal", f"ends {reason}"
    elif process.how == "killed":
        kind, text = "killed", "is killed"
    else:
        kind, text = ("died", f"dies of {reason}") if process.how == "signal" else ("exit", f"exits {reason}")
    told = f"{process.report.rstrip()}\n" if process.report else ""
    return _tag(kind, process.pid, process.end, text, f"{told}exit reason {process.reason}", END)


def _of_restarts(history: History) -> Iterator[Candidate]:
    times: dict[tuple[int, str], int] = {}
    for child in history.children:
        if child.replaces is None:
            continue
        key = child.supervisor, child.id
        times[key] = times.get(key, 0) + 1
        text = f"restarts {child.id}" + (f", {times[key]} times by now" if times[key] > 1 else "")
        told = f"{text}\n{who(history, child.pid)} in the place of {who(history, child.replaces)}"
        yield child.at, child.supervisor, partial(_tag, "restart", child.supervisor, child.at, text, told)


def _of_stretch(history: History, pid: int, stretch: Stretch) -> Iterator[Candidate]:
    if stretch.kind != "wait":
        return
    start, until = stretch.start, stretch.until
    left = None if until is None else until - start.t
    lasting = "" if left is None else duration_text(left)
    kind, text = stretch.on, ""
    whom = callee(history, stretch.call) if stretch.call is not None else stretch.detail or "a reply"
    if stretch.on == "sleep":
        text = f"sleeps {lasting}".rstrip()
    elif stretch.on == "event":
        text = f"waits for {stretch.detail or 'an event'}"
    elif stretch.on == "hibernate":
        text = "hibernates"
    elif stretch.on == "call":
        if stretch.end is None or stretch.end.t > start.t:
            text = f"waits for {whom}" + (f", at most {lasting}" if left else "")
    elif left:
        kind, text = "deadline", f"after {lasting}"
    if text:
        told = text
        if stretch.patterns:
            told += f"\nwaits for {printable(' or '.join(stretch.patterns))}"
        yield start, pid, partial(_tag, kind, pid, start, text, told)
    if stretch.ended_by == "timeout" and stretch.on != "sleep" and stretch.end is not None and left:
        words = f"gives up on {whom}" if stretch.on == "call" else "timeout"
        yield stretch.end, pid, partial(_tag, "timeout", pid, stretch.end, words)


def _of_work(process: Process, work: Work) -> Iterator[Candidate]:
    shown = phases(process, work)
    text = f"works {duration_text(work.duration)}"
    if shown and shown[0].kind == "work" and shown[0].scheduler:
        text += f" on scheduler {shown[0].scheduler}"
    elif shown and shown[0].kind == "queue":
        text += ", no scheduler is free"
    elif shown and shown[0].kind == "turns":
        text += ", in turns with others"
    yield work.start, process.pid, partial(_tag, "work", process.pid, work.start, text)
    for phase in shown[1:]:
        if phase.kind == "queue":
            text = "gives its scheduler up"
        else:
            text = "in turns with others" if phase.kind == "turns" else f"on scheduler {phase.scheduler}"
        yield phase.start, process.pid, partial(_tag, "turn", process.pid, phase.start, text)


def _of_timer(history: History, timer: Timer) -> Iterator[Candidate]:
    pid = timer.owner if timer.owner is not None else timer.to
    if pid is None:
        return
    to = ""
    if timer.name is not None:
        to = f" → {timer.name}"
    elif timer.to is not None and timer.to != pid:
        to = f" → {history.processes[timer.to].label}" if timer.to in history.processes else ""
    text = f"timer {duration_text(timer.due - timer.armed.t)}: {timer.term}{to}"
    yield timer.armed, pid, partial(_tag, "timer", pid, timer.armed, text)
    if timer.cancelled is not None:
        yield timer.cancelled, pid, partial(_tag, "cancel", pid, timer.cancelled, f"timer cancelled: {timer.term}")
    if timer.void is not None and timer.to is not None:
        text = f"timer {timer.term} is void: receiver has ended"
        yield timer.void, timer.to, partial(_tag, "void", timer.to, timer.void, text)
    for at in timer.too_late:
        why = "already cancelled" if timer.cancelled else "already void" if timer.void else "too late to cancel"
        yield at, pid, partial(_tag, "cancel", pid, at, f"{why}: {timer.term}")


def _remark(remark: Remark) -> Tag:
    assert remark.pid is not None
    lines = remark.text.rstrip("\n").split("\n")
    more = [f"… {len(lines) - _LINES + 1} more lines"] if len(lines) > _LINES else []
    shown = [shorten(printable(line), TAG) for line in lines[: _LINES - len(more)]] + more
    told = "\n".join(printable(line) for line in lines)
    return Tag(remark.kind, remark.pid, remark.at, "\n".join(shown), f"{told}\nat {duration_text(remark.at.t)}")
