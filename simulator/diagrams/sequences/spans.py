"""The parts of a lifeline: running, waiting, working, wanting a scheduler."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from simulator.diagrams.sequences.signs import Span, callee
from simulator.terms.durations import duration_text
from simulator.terms.visible import printable
from simulator.trace.records import At, Process, Stretch, Work
from simulator.trace.told import History

_SLICES = 6  # more slices of one work than these are drawn as one stretch

_WORDS = {
    "active": "running",
    "receive": "waiting in receive",
    "sleep": "sleeping",
    "hibernate": "hibernating",
    "event": "waiting for an event",
    "await": "waiting for the reply to a call",
    "work": "working on a scheduler",
    "queue": "wants a scheduler and has none",
    "turns": "working in turns with others",
    "callback": "in a callback",
}


class Phase(NamedTuple):
    """A part of a work: ``work``, ``queue`` or, where both alternate often, ``turns``."""

    kind: str
    start: At
    end: At | None
    scheduler: int | None


def phases(process: Process, work: Work) -> list[Phase]:
    """Return what became of *work*: its slices, or one phase for many of them."""
    inside = [stretch for stretch in _inside(process, work) if stretch.end is None or stretch.end.t > stretch.start.t]
    parts: list[Phase] = []
    for stretch in inside:
        kind = "work" if stretch.kind == "run" else "queue"
        if parts and parts[-1].kind == kind and parts[-1].scheduler == stretch.scheduler:
            parts[-1] = parts[-1]._replace(end=stretch.end)
        else:
            parts.append(Phase(kind, stretch.start, stretch.end, stretch.scheduler))
    if parts:
        parts[0] = parts[0]._replace(start=work.start)
    if len(parts) <= _SLICES:
        return parts
    waited = parts[0].kind == "queue"
    turns = Phase("turns", parts[waited].start, parts[-1].end, None)
    return [parts[0], turns] if waited else [turns]


def _inside(process: Process, work: Work) -> Iterator[Stretch]:
    """The stretches of *work*, found by halving: a process may have very many."""
    low, high = 0, len(process.stretches)
    while low < high:
        middle = (low + high) // 2
        if process.stretches[middle].start < work.start:
            low = middle + 1
        else:
            high = middle
    for stretch in process.stretches[low:]:
        if stretch.kind not in ("run", "queue") or (work.end is not None and stretch.start >= work.end):
            return
        yield stretch


def callbacks(history: History) -> Iterator[Span]:
    """Yield the callbacks of servers that take time."""
    for run in history.callbacks:
        if run.end is None or run.end.t > run.start.t:
            told = f"in {printable(run.name)}{_lasting(run.start, run.end)}"
            if run.returned is not None:
                told += f"\nreturned {printable(run.returned)}"
            yield Span("callback", run.pid, run.start, run.end, told)


def spans(history: History, process: Process) -> Iterator[Span]:
    """Yield the parts of the lifeline of *process*, in order; between them it is ready to run."""
    works = iter(process.works)
    in_work = False
    for stretch in process.stretches:
        if stretch.kind in ("run", "queue"):
            if not in_work:
                work = next(works, None)
                if work is not None:
                    yield from (
                        _span(process.pid, phase.kind, phase.start, phase.end) for phase in phases(process, work)
                    )
            in_work = True
            continue
        in_work = False
        kind = stretch.on if stretch.kind == "wait" else stretch.kind
        whom = printable(callee(history, stretch.call)) if stretch.call is not None else ""
        kind = "await" if kind == "call" else kind
        yield _span(process.pid, kind, stretch.start, stretch.end, stretch, whom)


def _span(pid: int, kind: str, start: At, end: At | None, stretch: Stretch | None = None, whom: str = "") -> Span:
    told = _WORDS[kind]
    if stretch is not None and stretch.call is not None:
        told += f", {printable(stretch.call.request)} of {whom}"
    elif stretch is not None and stretch.patterns:
        told += f" for {printable(' or '.join(stretch.patterns))}"
    elif stretch is not None and stretch.detail:
        told += f": {printable(stretch.detail)}"
    if stretch is not None and stretch.until is not None:
        told += f", until {duration_text(stretch.until)} at most"
    return Span(kind, pid, start, end, told + _lasting(start, end))


def _lasting(start: At, end: At | None) -> str:
    until = "" if end is None else f" to {duration_text(end.t)} ({duration_text(end.t - start.t)})"
    return f"\nfrom {duration_text(start.t)}{until}"
