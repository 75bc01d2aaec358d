"""Where everything in a sequence diagram stands: columns, time, mailboxes.

Each sign has a row to itself, and its text stays between two neighbouring lifelines: the columns are as far
apart as the longest text between them needs. So no label meets another, whatever the messages are. An arrow
that takes time is level beside its label, and again where it arrives; between the two, in a part of its
column that no text enters, it slopes.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from simulator.diagrams.drawing.fonts import text_width
from simulator.diagrams.drawing.text import shorten
from simulator.diagrams.drawing.timescale import Mode, TimeScale
from simulator.diagrams.sequences.mailbox import Pile, Wait, room, waits
from simulator.diagrams.sequences.plan import lands, marks, rows, takes_time
from simulator.diagrams.sequences.signs import Arrow, Plan, Tag, place_of
from simulator.terms.durations import duration_text
from simulator.terms.visible import printable
from simulator.trace.records import Process

TITLE, HEAD, SMALL, LABEL, REMARK, TAG = 20, 14, 11, 13, 11, 12
"""Sizes of the letters."""

MARGIN = 24.0
_STEEPEST = 0.4  # arrows that take time go aside so far for what they go down, within these bounds
_NARROWEST, _WIDEST = 48.0, 160.0
_NEAREST = 110.0  # between two lifelines
GLYPH_TAGS = frozenset({"timer", "cancel", "void", "deadline", "timeout", "name", "unname", "flag", "restart"})
BOX_TAGS = frozenset({"output", "note", "state"})


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
    piles: tuple[Pile, ...]
    lanes: dict[int, float]
    """The room on the left of each lifeline, for messages that wait."""
    slopes: dict[int, tuple[float, float]]
    """On the right of a lifeline: between which places the arrows slope that take time."""
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
    single, piles = waits(plan, scale, {id(arrow) for arrow in apart})
    axis = MARGIN + 10 + max(text_width(label, SMALL, bold=True) for label in _axis_labels(scale))
    lanes = {process.pid: 0.0 for process in plan.lifelines}
    waiting: list[Wait | Pile] = [*single, *piles]
    for wait in waiting:
        lanes[wait.pid] = max(lanes[wait.pid], room(wait))
    columns = _Columns(plan, heads, lanes, scale)
    x, right = columns.places(axis)
    slopes = columns.slopes(x)
    return Layout(plan, scale, heads, x, tuple(single), tuple(piles), lanes, slopes, axis, head_top, head_height, right)


def _axis_labels(scale: TimeScale) -> list[str]:
    times = [instant.t for instant in scale.instants]
    return [duration_text(t) for t in times] + [
        f"+ {duration_text(later - earlier)}" for earlier, later in pairwise(times)
    ]


def _head(process: Process) -> tuple[str, ...]:
    lines = [process.label, process.known_by, process.pid_text]
    return tuple(shorten(printable(line), 26) for line in dict.fromkeys(lines) if line)


def head_width(lines: tuple[str, ...]) -> float:
    """Return how wide a lifeline's head is."""
    return 24 + max(text_width(line, SMALL if n else HEAD, bold=not n) for n, line in enumerate(lines))


def tag_width(tag: Tag) -> float:
    """Return how far a tag reaches to the right of its lifeline."""
    before = 30 if tag.kind in GLYPH_TAGS else 36 if tag.kind in BOX_TAGS else 18
    return before + max(text_width(line, TAG) for line in tag.text.split("\n"))


class _Columns:
    """What stands on the right of each lifeline, and how much room it needs."""

    def __init__(
        self, plan: Plan, heads: dict[int, tuple[str, ...]], lanes: dict[int, float], scale: TimeScale
    ) -> None:
        self._pids = [process.pid for process in plan.lifelines]
        self._column = {pid: n for n, pid in enumerate(self._pids)}
        self._widths = [head_width(heads[pid]) for pid in self._pids]
        self._lanes = [lanes[pid] for pid in self._pids]
        self._texts = [0.0] * len(self._pids)  # beside the lifeline
        self._slope = [0.0] * len(self._pids)  # beyond them
        self._back = [0.0] * len(self._pids)  # beyond that: labels of arrows that come back and take time
        for sign in plan.signs:
            if isinstance(sign, Tag):
                n = self._column[sign.pid]
                self._texts[n] = max(self._texts[n], tag_width(sign))
            else:
                self._take(sign, scale)

    def _take(self, arrow: Arrow, scale: TimeScale) -> None:
        source, target = place_of(self._column, arrow.source), place_of(self._column, arrow.target)
        needed = max(text_width(arrow.label, LABEL), text_width(arrow.remark, REMARK))
        if source is None or target is None:
            here = target if source is None else source
            assert here is not None
            self._texts[here] = max(self._texts[here], needed + 48)
            return
        n = source if source <= target else source - 1
        if takes_time(arrow):
            height = scale.place(lands(arrow) or arrow.start) - scale.place(arrow.start)
            self._slope[n] = max(self._slope[n], _NARROWEST, min(_STEEPEST * height, _WIDEST))
        if takes_time(arrow) and source > target:
            self._back[n] = max(self._back[n], needed + 14)
        else:
            self._texts[n] = max(self._texts[n], needed + (48 if source == target else 34))

    def places(self, axis: float) -> tuple[dict[int, float], float]:
        """Return the place of each lifeline, and where the last one's texts end."""
        x = {self._pids[0]: axis + 26 + max(self._widths[0] / 2, self._lanes[0] + 14)}
        for n, (before, pid) in enumerate(pairwise(self._pids)):
            needed = self._texts[n] + self._slope[n] + self._back[n] + self._lanes[n + 1] + 14
            apart = max(needed, (self._widths[n] + self._widths[n + 1]) / 2 + 22, _NEAREST)
            x[pid] = round(x[before] + apart, 1)
        return x, x[self._pids[-1]] + max(self._texts[-1] + self._slope[-1], self._widths[-1] / 2) + 8

    def slopes(self, x: dict[int, float]) -> dict[int, tuple[float, float]]:
        """Return between which places arrows slope, by the lifeline on whose right they do."""
        ends = {}
        for n, pid in enumerate(self._pids):
            if not self._slope[n]:
                continue
            start = x[pid] + self._texts[n]
            if n + 1 == len(self._pids):
                ends[pid] = start, start + self._slope[n]
            else:
                ends[pid] = start, x[self._pids[n + 1]] - self._lanes[n + 1] - 14 - self._back[n]
        return ends
