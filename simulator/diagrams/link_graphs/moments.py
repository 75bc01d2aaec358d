"""The moment of a run whose link graph has most to show."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from simulator.trace.telling import history

if TYPE_CHECKING:
    from simulator.trace.events import Event
    from simulator.trace.records import Stretch
    from simulator.trace.told import History


def telling_moment(trace: Iterable[Event]) -> int:
    """Return the time in nanoseconds after whose instant most links and monitors live, the first of such.

    At a run's end nearly all of them are gone with their processes. Where processes come to wait for each other in a
    circle it is that time; where nothing ever tied any two, the end.

    >>> from simulator.trace.events import Exit, Link, Spawn
    >>> telling_moment([Spawn(seq=0, t=0, pid=100, id="0", function="main/0"),
    ...                 Spawn(seq=1, t=5, pid=101, cause=0, id="0.1", function="other/0", parent=100, link=True),
    ...                 Exit(seq=2, t=9, pid=101, cause=1, reason=":normal", how="returned")])
    5
    """
    told = history(trace)
    if told.deadlocks:
        return told.last.t
    circle = first_circle(told)
    if circle is not None:
        return circle
    changes: dict[int, int] = {}
    for bond in told.bonds:
        if bond.for_call or bond.other is None:
            continue
        changes[bond.start.t] = changes.get(bond.start.t, 0) + 1
        if bond.end is not None:
            changes[bond.end.t] = changes.get(bond.end.t, 0) - 1
    alive, most, best = 0, 0, told.last.t
    for time in sorted(changes):
        alive += changes[time]
        if alive > most:
            most, best = alive, time
    return best


def first_circle(told: History) -> int | None:
    """Return the first time after whose instant processes wait for each other in a circle of calls; None for none."""
    times = {stretch.start.t for process in told.processes.values() for stretch in process.stretches if stretch.call}
    return next((time for time in sorted(times) if circle_at(told, time)), None)


def circle_at(told: History, moment: int) -> dict[int, tuple[int, Stretch]]:
    """Return, of the processes that wait for each other in circles of calls after a moment, whom each waits for."""
    waits: dict[int, tuple[int, Stretch]] = {}
    for pid, process in told.processes.items():
        for stretch in process.stretches:
            over = stretch.end is not None and stretch.end.t <= moment
            if stretch.call is not None and stretch.call.server is not None and stretch.start.t <= moment and not over:
                waits[pid] = stretch.call.server, stretch
    return {pid: awaited for pid, awaited in waits.items() if _comes_back(waits, pid)}


def _comes_back(waits: dict[int, tuple[int, Stretch]], pid: int) -> bool:
    seen: set[int] = set()
    here = waits[pid][0]
    while here in waits and here not in seen:
        if here == pid:
            return True
        seen.add(here)
        here = waits[here][0]
    return here == pid
