"""Where everything in a timeline stands: a lane for each process, time to the right.

Texts stand in rows below the lane that they belong to, each where the row is free from there on; one that has
no room is left to its tooltip. So no label meets another, whatever the messages are.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from simulator.diagrams.drawing.fonts import text_width
from simulator.diagrams.drawing.text import shorten
from simulator.diagrams.drawing.timescale import Mode, Row, TimeScale
from simulator.diagrams.sequences.layout import GLYPH_TAGS, HEAD, MARGIN, SMALL, TAG
from simulator.diagrams.sequences.mailbox import Pile, Wait, room, waits
from simulator.diagrams.sequences.plan import lands, marks
from simulator.diagrams.sequences.signs import Arrow, Plan, Sign
from simulator.terms.visible import printable
from simulator.trace.records import At, Process

ROW = 15.0
"""From a row of texts to the next."""
FIRST_ROW = 34.0
"""From a lane to its first row: arrows of a process to itself are between."""

_ROWS = 5  # of texts below a lane; what needs more is left to its tooltip
_ABOVE, _BELOW = 18.0, 14.0  # a lane takes so much at least
_GAPS = 900.0  # the width of all time that passes, in a picture that is to scale
_POINT = 7.0  # on each side of what happens


@dataclass(frozen=True, slots=True)
class Label:
    """A text that has found room: its left end, and its row below the lane of *pid*."""

    sign: Sign
    pid: int
    x: float
    row: int
    text: str


@dataclass(frozen=True, slots=True)
class Lanes:
    """The places of a timeline's signs."""

    plan: Plan
    scale: TimeScale
    y: dict[int, float]
    """Each lane."""
    heads: dict[int, tuple[str, ...]]
    labels: tuple[Label, ...]
    waits: tuple[Wait, ...]
    piles: tuple[Pile, ...]
    left: float
    """Where names end and time begins."""
    top: float
    """Where the axis stands."""
    bottom: float
    right: float
    untold: int = field(default=0)
    """How many texts had no room."""


def lanes(plan: Plan, mode: Mode) -> Lanes:
    """Return the places of everything in *plan*, with time to ``scale`` or compressed (``steps``)."""
    heads = {process.pid: _head(process) for process in plan.lifelines}
    left = MARGIN + 24 + max(text_width(line, HEAD, bold=True) for lines in heads.values() for line in lines)
    points = sorted(set(_points(plan)))
    scale = TimeScale([Row(at, _POINT, _POINT) for at in points], marks(plan), left, mode, _GAPS)
    shown = {id(sign) for sign in plan.signs}
    single, piles = waits(plan, scale, shown)
    above = {process.pid: _ABOVE for process in plan.lifelines}
    waiting: list[Wait | Pile] = [*single, *piles]
    for wait in waiting:
        above[wait.pid] = max(above[wait.pid], room(wait) + 12)
    labels, untold = _labels(plan, scale)
    rows = {process.pid: 0 for process in plan.lifelines}
    for label in labels:
        rows[label.pid] = max(rows[label.pid], label.row + 1)
    top = MARGIN + 76 + 18 * len(plan.asides + plan.notices)
    y, here = {}, top + 14
    for process in plan.lifelines:
        y[process.pid] = here + above[process.pid]
        below = FIRST_ROW + ROW * rows[process.pid] if rows[process.pid] else _BELOW
        here = y[process.pid] + below
    texts = [label.x + text_width(label.text, TAG) for label in labels]
    right = max([scale.bottom + 20, *texts])
    return Lanes(plan, scale, y, heads, tuple(labels), tuple(single), tuple(piles), left, top, here, right, untold)


def _head(process: Process) -> tuple[str, ...]:
    lines = [process.label, process.known_by, process.pid_text]
    return tuple(shorten(printable(line), 28) for line in dict.fromkeys(lines) if line)


def _points(plan: Plan) -> Iterator[At]:
    """Every point at which something is to be seen."""
    for sign in plan.signs:
        if not isinstance(sign, Arrow):
            yield sign.at
            continue
        for at in (sign.start, lands(sign), sign.mailbox[1] if sign.mailbox else None):
            if at is not None and plan.shows(at):
                yield at


def _labels(plan: Plan, scale: TimeScale) -> tuple[list[Label], int]:
    """Return the texts that have room, and how many have none."""
    order = {process.pid: n for n, process in enumerate(plan.lifelines)}
    free: dict[int, list[float]] = {pid: [0.0] * _ROWS for pid in order}
    wanted = sorted(_wanted(plan, scale, order), key=lambda one: one[0])
    placed: list[Label] = []
    untold = 0
    for x, pid, text, sign in wanted:
        row = next((n for n, end in enumerate(free[pid]) if end < x), None)
        if row is None:
            untold += 1
            continue
        free[pid][row] = x + text_width(text, TAG) + 10
        placed.append(Label(sign, pid, x, row, text))
    return placed, untold


def _wanted(plan: Plan, scale: TimeScale, order: dict[int, int]) -> Iterator[tuple[float, int, str, Sign]]:
    """Each text with its place, and the lane below which it belongs: of an arrow, the upper of its two."""
    for sign in plan.signs:
        if isinstance(sign, Arrow):
            ends = [pid for pid in (sign.source, sign.target) if pid in order]
            pid = min((end for end in ends if end is not None), key=order.__getitem__)
            at = sign.start if plan.shows(sign.start) else (sign.end or sign.start)
            text = sign.label + (f" ({sign.remark})" if sign.remark else "")
        else:
            pid, at = sign.pid, sign.at
            text = shorten(sign.text.split("\n")[0], 48)
        beside = 15 if sign.kind in GLYPH_TAGS else 5  # a glyph is not covered by its own text
        if text:
            yield scale.place(at) + beside, pid, text, sign


__all__ = ["FIRST_ROW", "MARGIN", "ROW", "SMALL", "Label", "Lanes", "lanes"]
