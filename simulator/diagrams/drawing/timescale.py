"""Where a point of the run stands in a picture, and which time a place in a picture is.

One map serves every drawing over time: it is monotone in ``(time, seq)`` and can be inverted. What happens
at one instant takes room although no time passes, so an *instant* is a band with a row for each thing to be
seen there, in their order. Between two instants there is a gap: to scale, or of a height that only grows
with the logarithm of the time that it leaves out.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from simulator.trace.records import At

Mode = Literal["steps", "scale"]

_QUIET = 20.0  # height of an instant that is marked but has no row: room for its time
_GAPS = 600.0  # what all gaps together take at least in a picture that is to scale; else as much as the instants
_SHORTEST, _LONGEST = 22.0, 58.0  # a compressed gap


@dataclass(frozen=True, slots=True)
class Row:
    """Room for one thing at one point: *above* its line and *below* it."""

    at: At
    above: float
    below: float


@dataclass(frozen=True, slots=True)
class Instant:
    """A band of the picture in which time stands still."""

    t: int
    top: float
    bottom: float
    seqs: tuple[int, ...]
    """``seq`` of each row."""
    lines: tuple[float, ...]
    """Where the line of each row is."""


class TimeScale:
    """The map between points of a run and places along one axis of a picture.

    >>> scale = TimeScale([Row(At(0, 0), 10, 10), Row(At(0, 3), 10, 10)], marks=[5], top=100)
    >>> [scale.place(At(0, seq)) for seq in (0, 3)], scale.time(110.0), scale.time(scale.place(At(2, 4)))
    ([110, 130], 0, 2)
    """

    def __init__(
        self, rows: list[Row], marks: list[int], top: float, mode: Mode = "steps", gaps: float = _GAPS
    ) -> None:
        """*rows* in order; *marks* are further instants to be marked, in nanoseconds; *top* is where it begins.

        In a picture that is to scale all *gaps* together take so much at least.
        """
        by_time: dict[int, list[Row]] = {t: [] for t in sorted({row.at.t for row in rows} | set(marks))}
        for row in rows:
            by_time[row.at.t].append(row)
        times = list(by_time)
        lengths = [later - earlier for earlier, later in pairwise(times)]
        heights = _gaps(lengths, mode, max(gaps, sum(row.above + row.below for row in rows)))
        self.instants: list[Instant] = []
        for (t, inside), gap in zip(by_time.items(), [0.0, *heights], strict=True):
            start = self.instants[-1].bottom + gap if self.instants else top
            self.instants.append(_instant(t, inside, start))
        self._times = times
        self._tops = [instant.top for instant in self.instants]

    @property
    def top(self) -> float:
        """Where it begins."""
        return self.instants[0].top

    @property
    def bottom(self) -> float:
        """Where it ends."""
        return self.instants[-1].bottom

    def place(self, at: At) -> float:
        """Return where *at* stands; what lies outside stands at the nearer end."""
        after = bisect_right(self._times, at.t)
        if after == 0:
            return self.top
        instant = self.instants[after - 1]
        if instant.t == at.t:
            return _inside(instant, at.seq)
        if after == len(self.instants):
            return self.bottom
        later = self.instants[after]
        return instant.bottom + (later.top - instant.bottom) * ((at.t - instant.t) / (later.t - instant.t))

    def time(self, place: float) -> int:
        """Return the virtual time at *place*, in nanoseconds: the inverse of :meth:`place`."""
        after = bisect_right(self._tops, place)
        if after == 0:
            return self.instants[0].t
        instant = self.instants[after - 1]
        if place <= instant.bottom or after == len(self.instants):
            return instant.t
        later = self.instants[after]
        return instant.t + round((later.t - instant.t) * (place - instant.bottom) / (later.top - instant.bottom))


def _instant(t: int, rows: list[Row], top: float) -> Instant:
    lines, bottom = [], top
    for row in rows:
        lines.append(bottom + row.above)
        bottom += row.above + row.below
    if not rows:
        bottom = top + _QUIET
    return Instant(t, top, bottom, tuple(row.at.seq for row in rows), tuple(lines))


def _inside(instant: Instant, seq: int) -> float:
    """Where *seq* stands in an instant: between its rows in proportion, outside them nearer and nearer to the edge."""
    if not instant.seqs:
        return (instant.top + instant.bottom) / 2
    after = bisect_left(instant.seqs, seq)
    if after < len(instant.seqs) and instant.seqs[after] == seq:
        return instant.lines[after]
    if after == 0:
        return instant.top + (instant.lines[0] - instant.top) / (1 + instant.seqs[0] - seq)
    if after == len(instant.seqs):
        return instant.bottom - (instant.bottom - instant.lines[-1]) / (1 + seq - instant.seqs[-1])
    share = (seq - instant.seqs[after - 1]) / (instant.seqs[after] - instant.seqs[after - 1])
    return instant.lines[after - 1] + (instant.lines[after] - instant.lines[after - 1]) * share


def _gaps(lengths: list[int], mode: Mode, room: float) -> list[float]:
    """The height of each gap, of time that passes; *room* is what all take together in a picture that is to scale."""
    if not lengths:
        return []
    if mode == "scale":
        return [room * length / sum(lengths) for length in lengths]
    logs = [math.log(length) for length in lengths]
    low, span = min(logs), max(max(logs) - min(logs), math.log(10))
    return [round(_SHORTEST + (_LONGEST - _SHORTEST) * (log - low) / span, 2) for log in logs]
