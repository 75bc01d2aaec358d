"""Where everything in a sequence diagram stands: columns, time, mailboxes.

Each sign has a row to itself, and its text stays between two neighbouring lifelines: the columns are as far
apart as the longest text between them needs. So no label meets another, whatever the messages are.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from simulator.diagrams.fonts import text_width
from simulator.diagrams.sequence_plan import lands, marks, rows
from simulator.diagrams.sequence_signs import Arrow, Plan, Tag
from simulator.diagrams.text import printable, shorten
from simulator.diagrams.timescale import Mode, TimeScale
from simulator.terms.durations import duration_text
from simulator.trace.records import Process

TITLE, HEAD, SMALL, LABEL, REMARK, TAG = 20, 14, 11, 13, 11, 12
"""Sizes of the letters."""

MARGIN = 24.0
LANE = 6.0
_LANES = 8  # messages that wait side by side; more share the last lane
_NEAREST = 110.0  # between two lifelines
GLYPH_TAGS = frozenset({"timer", "cancel", "deadline", "timeout", "name", "flag"})
BOX_TAGS = frozenset({"output", "note", "state"})


class Wait(NamedTuple):
    """A message's time in the mailbox: from *top* to *bottom* in a *lane* beside the lifeline of *pid*."""

    pid: int
    top: float
    bottom: float
    lane: int
    how: str
    tooltip: str


@dataclass(frozen=True, slots=True)
class Layout:
    """The places of a plan's signs."""

    plan: Plan
    scale: TimeScale
    heads: dict[int, tuple[str, ...]]
    """The lines of each lifeline's head."""
    x: dict[int, float]
    """Each lifeline."""
    waits: tuple[Wait, ...]
    lanes: dict[float, float]
    """The room on the left of the lifeline at a place, for messages that wait."""
    slanted: bool
    """There are arrows that take time, and may cross texts."""
    axis: float
    """The line of time."""
    head_top: float
    head_height: float
    right: float
    """Where the drawing ends on the right."""


def layout(plan: Plan, mode: Mode) -> Layout:
    """Return the places of everything in *plan*, with time compressed (``steps``) or to ``scale``."""
    head_top = MARGIN + 50 + 18 * len(plan.asides + plan.notices)
    heads = {process.pid: _head(process) for process in plan.lifelines}
    head_height = 14 + 16.0 * max(len(lines) for lines in heads.values())
    lines, apart = rows(plan)
    scale = TimeScale(lines, marks(plan), head_top + head_height + 16, mode)
    waits = tuple(_waits(plan, scale, {id(arrow) for arrow in apart}))
    axis = MARGIN + 10 + max(text_width(label, SMALL, bold=True) for label in _axis_labels(scale))
    lanes = {process.pid: 0.0 for process in plan.lifelines}
    for wait in waits:
        lanes[wait.pid] = max(lanes[wait.pid], 14 + LANE * wait.lane)
    x, right = _columns(plan, heads, lanes, axis)
    room = {x[pid]: lane for pid, lane in lanes.items()}
    slanted = any(isinstance(sign, Arrow) and lands(sign) not in (sign.start, None) for sign in plan.signs)
    return Layout(plan, scale, heads, x, waits, room, slanted, axis, head_top, head_height, right)


def _axis_labels(scale: TimeScale) -> list[str]:
    times = [instant.t for instant in scale.instants]
    return [duration_text(t) for t in times] + [
        f"+ {duration_text(later - earlier)}" for earlier, later in pairwise(times)
    ]


def _head(process: Process) -> tuple[str, ...]:
    lines = [process.label, process.function if process.names else "", process.pid_text]
    return tuple(shorten(printable(line), 26) for line in dict.fromkeys(lines) if line)


def head_width(lines: tuple[str, ...]) -> float:
    """Return how wide a lifeline's head is."""
    return 24 + max(text_width(line, SMALL if n else HEAD, bold=not n) for n, line in enumerate(lines))


def _waits(plan: Plan, scale: TimeScale, apart: set[int]) -> list[Wait]:
    """The brackets of messages that waited visibly, each in the first lane that is free.

    *apart* holds the ``id`` of each arrow whose receive has a row of its own.
    """
    ends = {process.pid: process.end for process in plan.lifelines}
    busy: dict[tuple[int, int], float] = {}
    waits = []
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
        lane = next((n for n in range(_LANES - 1) if busy.get((arrow.target, n), -1) < top - 4), _LANES - 1)
        bottom = max(bottom - (16 * lane if how == "unread" else 0), top + 8)
        busy[arrow.target, lane] = bottom + (8 if how == "unread" else 0)
        waits.append(Wait(arrow.target, top, bottom, lane, how, arrow.tooltip))
    return waits


def _columns(
    plan: Plan, heads: dict[int, tuple[str, ...]], lanes: dict[int, float], axis: float
) -> tuple[dict[int, float], float]:
    """The place of each lifeline, and where the last one's texts end."""
    pids = [process.pid for process in plan.lifelines]
    column = {pid: n for n, pid in enumerate(pids)}
    room = [0.0] * len(pids)  # room for texts on the right of each lifeline
    for sign in plan.signs:
        if isinstance(sign, Tag):
            room[column[sign.pid]] = max(room[column[sign.pid]], tag_width(sign))
            continue
        gap, needed = _gap(sign, column)
        room[gap] = max(room[gap], needed)
    widths = [head_width(heads[pid]) for pid in pids]
    x = {pids[0]: axis + 26 + max(widths[0] / 2, lanes[pids[0]] + 14)}
    for n, (before, pid) in enumerate(pairwise(pids)):
        apart = max(room[n] + lanes[pid] + 14, (widths[n] + widths[n + 1]) / 2 + 22, _NEAREST)
        x[pid] = round(x[before] + apart, 1)
    return x, x[pids[-1]] + max(room[-1], widths[-1] / 2) + 8


def tag_width(tag: Tag) -> float:
    """Return how far a tag reaches to the right of its lifeline."""
    before = 30 if tag.kind in GLYPH_TAGS else 36 if tag.kind in BOX_TAGS else 18
    return before + max(text_width(line, TAG) for line in tag.text.split("\n"))


def _gap(arrow: Arrow, column: dict[int, int]) -> tuple[int, float]:
    """The column on whose right an arrow's texts stand, and the room that they need there."""
    needed = max(text_width(arrow.label, LABEL), text_width(arrow.remark, REMARK))
    source, target = column.get(arrow.source or -1), column.get(arrow.target or -1)
    if source is None or target is None or source == target:
        here = target if source is None else source
        assert here is not None
        return here, needed + 48
    return (source if source < target else source - 1), needed + 34
