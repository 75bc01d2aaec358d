"""Where lifelines begin and end in formats that can create and destroy a participant by a message.

A participant is created by the arrow that spawns it, if nothing is said of it before; else it is declared at the
beginning. It is destroyed by the last arrow between it and another, if nothing is said of it after that and it is at
the instant of its end: what comes to a dead process later needs its lifeline.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from simulator.diagrams.sequences.signs import Arrow, Plan
from simulator.diagrams.sequences.statements import Receipt, Statement
from simulator.trace.records import At, Process

SPAWNS = frozenset({"spawn", "spawn_link", "spawn_monitor"})


@dataclass(frozen=True, slots=True)
class Lives:
    """What is said of lifelines between statements."""

    there: list[Process]
    """Who is declared at the beginning."""
    created: dict[int, Process]
    """By number of a statement: who is created by it."""
    destroyed: dict[int, Process]
    """By number of a statement: who is destroyed by it."""


def lives(plan: Plan, told: Sequence[tuple[At, Statement]]) -> Lives:
    """Return where the lifelines of *plan* begin and end among its statements."""
    processes = {process.pid: process for process in plan.lifelines}
    created: dict[int, Process] = {}
    known: set[int] = set()
    last: dict[int, int] = {}
    for number, (_, what) in enumerate(told):
        born = _born(what)
        if born is not None and born not in known and born in processes:
            created[number] = processes[born]
        touched = _touched(what)
        known.update(touched)
        last.update(dict.fromkeys(touched, number))
    destroyed: dict[int, Process] = {}
    for process, number in _ends(plan, told, last):
        if number not in created:
            destroyed.setdefault(number, process)
    later = {process.pid for process in created.values()}
    return Lives([process for process in plan.lifelines if process.pid not in later], created, destroyed)


def _touched(what: Statement) -> set[int]:
    if isinstance(what, Receipt):
        return set() if what.arrow.target is None else {what.arrow.target}
    ends = (what.source, what.target) if isinstance(what, Arrow) else (what.pid,)
    return {pid for pid in ends if pid is not None}


def _born(what: Statement) -> int | None:
    if isinstance(what, Arrow) and what.kind in SPAWNS and len(_touched(what)) == 2:
        return what.target
    return None


def _ends(plan: Plan, told: Sequence[tuple[At, Statement]], last: dict[int, int]) -> Iterator[tuple[Process, int]]:
    for process in plan.lifelines:
        number = last.get(process.pid)
        if number is None or process.end is None or not plan.shows(process.end):
            continue
        at, what = told[number]
        if isinstance(what, Arrow) and len(_touched(what)) == 2 and at.t == process.end.t and at >= process.end:
            yield process, number
