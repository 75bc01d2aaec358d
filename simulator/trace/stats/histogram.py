"""How many latencies are how long: bars whose bounds are the same in every run, ten to a power of ten."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from simulator.terms.durations import duration_text

_STEPS = (10, 12, 15, 20, 25, 30, 40, 50, 60, 80, 100)  # tenths of a power of ten


@dataclass(frozen=True, slots=True)
class Bar:
    """Latencies from one bound on, and below the next."""

    low: int
    """Nanoseconds, included."""
    high: int
    """Nanoseconds, not included."""
    count: int
    """How many there are."""


def bounds(latency: int) -> tuple[int, int]:
    """Return the bounds of the bar that a latency is in; below ten nanoseconds each has its own.

    >>> bounds(0), bounds(7), bounds(13_000_000)
    ((0, 1), (7, 8), (12000000, 15000000))
    """
    if latency < 10:
        return latency, latency + 1
    tenth = 10 ** (len(str(latency)) - 2)
    place = next(place for place, step in enumerate(_STEPS) if latency < step * tenth)
    return _STEPS[place - 1] * tenth, _STEPS[place] * tenth


def bars(latencies: Iterable[int]) -> list[Bar]:
    """Return the bars of some latencies, the shortest first; without those that have none.

    >>> [(bar.low, bar.high, bar.count) for bar in bars([20, 21, 100, 0])]
    [(0, 1, 1), (20, 25, 2), (100, 120, 1)]
    """
    counted = Counter(map(bounds, latencies))
    return [Bar(low, high, counted[low, high]) for low, high in sorted(counted)]


def bar_text(low: int, high: int) -> str:
    """Return what the bounds of a bar are called.

    >>> bar_text(12_000_000, 15_000_000), bar_text(0, 1)
    ('12 ms to 15 ms', '0 ms')
    """
    return duration_text(low) if high - low == 1 else f"{duration_text(low)} to {duration_text(high)}"
