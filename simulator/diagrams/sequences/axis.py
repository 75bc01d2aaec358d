"""The line of time beside a sequence diagram."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from simulator.diagrams.drawing.palette import FAINT, INK, PAPER, QUIET
from simulator.diagrams.drawing.scene import Group, Pen, Polyline, Rect, Segments, Shape, Text
from simulator.diagrams.drawing.timescale import Instant, Mode, TimeScale
from simulator.diagrams.sequences.layout import SMALL, Layout
from simulator.terms.durations import duration_text

_TICKS = 30  # about so many in the whole picture


def axis(place: Layout, mode: Mode) -> Iterator[Shape]:
    """Yield the axis: a bar for each instant with its time, a thin line for time that passes."""
    x, instants = place.axis, place.scale.instants
    for earlier, later in pairwise(instants):
        yield from _gap(x, earlier, later, mode)
    for instant in instants:
        y = instant.lines[0] if instant.lines else (instant.top + instant.bottom) / 2
        bar = Rect(x - 3, instant.top + 2, 6, instant.bottom - instant.top - 4, INK, radius=3)
        label = Text(x - 9, y + 4, duration_text(instant.t), SMALL, INK, "end", bold=True)
        yield Group("instant", (bar, label), f"{instant.t:,} ns")
    if mode == "scale":
        yield from _ticks(x, place.scale)


def _gap(x: float, earlier: Instant, later: Instant, mode: Mode) -> Iterator[Shape]:
    top, bottom = earlier.bottom - 2, later.top + 2
    yield Polyline(((x, top), (x, bottom)), Pen(FAINT, 1.4))
    if mode == "steps":
        y = (top + bottom) / 2
        yield Rect(x - 5, y - 3, 10, 6, PAPER)
        yield Segments((((x - 6, y - 1), (x + 6, y - 5)), ((x - 6, y + 5), (x + 6, y + 1))), Pen(QUIET, 1.3))
        yield Text(x - 9, y + 4, f"+ {duration_text(later.t - earlier.t)}", SMALL, QUIET, "end", italic=True)


def tick(scale: TimeScale) -> int:
    """Return how much time lies between two ticks of a picture that is to scale, in nanoseconds."""
    least = max(1, -(-(scale.instants[-1].t - scale.instants[0].t) // _TICKS))
    power = int(10 ** (len(str(least)) - 1))
    return next(digit * power for digit in (1, 2, 5, 10) if digit * power >= least)


def _ticks(x: float, scale: TimeScale) -> Iterator[Shape]:
    unit = tick(scale)
    lines = []
    for earlier, later in pairwise(scale.instants):
        for t in range((earlier.t // unit + 1) * unit, later.t, unit):
            y = earlier.bottom + (later.top - earlier.bottom) * (t - earlier.t) / (later.t - earlier.t)
            lines.append(((x - 4, y), (x + 4, y)))
    if lines:
        yield Segments(tuple(lines), Pen(FAINT, 1.2))
