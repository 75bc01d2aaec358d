"""Where messages wait: a rail for each beside the lifeline, or a pile where they are too many for rails."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from simulator.diagrams.drawing.fonts import text_width
from simulator.diagrams.drawing.timescale import TimeScale
from simulator.diagrams.sequences.plan import lands
from simulator.diagrams.sequences.signs import Arrow, Plan

LANE = 6.0
NEAREST = 14.0
"""How far the first rail is from its lifeline."""
COUNT = 11
"""Size of the letters of a pile's count."""

_RAILS = 8  # messages that wait side by side
_HIGHEST = 44.0  # of a pile, away from its lifeline


class Wait(NamedTuple):
    """A message's time in the mailbox: from *top* to *bottom* in a *lane* beside the lifeline of *pid*."""

    pid: int
    top: float
    bottom: float
    lane: int
    how: str
    tooltip: str


class Pile(NamedTuple):
    """Many messages that wait in the mailbox of *pid*."""

    pid: int
    arrivals: tuple[float, ...]
    """Where one comes in."""
    leaves: tuple[tuple[float, str], ...]
    """Where one goes, and how."""
    steps: tuple[tuple[float, int], ...]
    """From where on how many there are."""
    bottom: float
    unread: int
    """How many are never received."""

    @property
    def most(self) -> int:
        """How many there are at most."""
        return max(depth for _, depth in self.steps)

    @property
    def unit(self) -> float:
        """How far each message makes the pile reach."""
        return min(LANE, _HIGHEST / self.most)


def waits(plan: Plan, scale: TimeScale, apart: set[int]) -> tuple[list[Wait], list[Pile]]:
    """Return what messages waited visibly; *apart* holds the ``id`` of each arrow whose receive has its own row."""
    single: list[Wait] = []
    piles: list[Pile] = []
    found = sorted(_found(plan, scale, apart), key=lambda wait: (wait.pid, wait.top))
    for _, of_one in groupby(found, key=lambda wait: wait.pid):
        for together in _together(of_one):
            railed = list(_railed(together))
            if max(wait.lane for wait in railed) < _RAILS:
                single += railed
            else:
                piles.append(_pile(together))
    return single, piles


def room(wait: Wait | Pile) -> float:
    """Return how far a rail or a pile reaches from its lifeline."""
    if isinstance(wait, Wait):
        return NEAREST + LANE * wait.lane
    return NEAREST + wait.unit * wait.most + 8 + text_width(str(wait.most), COUNT, bold=True)


def _found(plan: Plan, scale: TimeScale, apart: set[int]) -> Iterator[Wait]:
    ends = {process.pid: process.end for process in plan.lifelines}
    for arrow in plan.signs:
        if not isinstance(arrow, Arrow) or arrow.mailbox is None or arrow.target not in ends:
            continue
        arrival, gone = lands(arrow), arrow.mailbox[1]
        if arrival is None or arrival > plan.last or (gone is not None and gone < plan.first):
            continue
        if gone is not None and gone <= plan.last:
            if arrow.fate == "received" and id(arrow) not in apart:
                continue
            bottom, how = scale.place(gone), arrow.fate
        else:
            end = ends[arrow.target]
            over = end is not None and end <= plan.last
            how = "unread" if gone is None and plan.history.end is not None else "open"
            bottom = scale.place(end) - 14 if end is not None and over else scale.bottom - 8
        top = scale.place(arrival)
        yield Wait(arrow.target, top, max(bottom, top + 8), 0, how, arrow.tooltip)


def _together(of_one: Iterator[Wait]) -> Iterator[list[Wait]]:
    """Parts of one mailbox's waits between which it is empty."""
    part: list[Wait] = []
    until = -1.0
    for wait in of_one:
        if part and wait.top > until:
            yield part
            part = []
        part.append(wait)
        until = max(until, wait.bottom)
    if part:
        yield part


def _railed(together: list[Wait]) -> Iterator[Wait]:
    """Each on the first rail that is free; the marks of those that nobody receives stand one above the other."""
    busy: list[float] = []
    for wait in together:
        lane = next((n for n, until in enumerate(busy) if until < wait.top - 4), len(busy))
        bottom = max(wait.bottom - (16 * lane if wait.how == "unread" else 0), wait.top + 8)
        busy[lane : lane + 1] = [bottom + (8 if wait.how == "unread" else 0)]
        yield wait._replace(lane=lane, bottom=bottom)


def _pile(together: list[Wait]) -> Pile:
    leaves = tuple(sorted((wait.bottom, wait.how) for wait in together if wait.how in ("received", "flushed")))
    arrivals = tuple(wait.top for wait in together)
    changes = sorted([(y, 1) for y in arrivals] + [(y, -1) for y, _ in leaves])
    steps, depth = [], 0
    for y, change in changes:
        depth += change
        steps.append((y, depth))
    bottom = max(wait.bottom for wait in together)
    unread = sum(wait.how == "unread" for wait in together)
    return Pile(together[0].pid, arrivals, leaves, tuple(steps), bottom, unread)
