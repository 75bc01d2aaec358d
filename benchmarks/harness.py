"""Rounds, medians and rows: what every figure is measured and told with."""

from __future__ import annotations

import gc
import subprocess
from collections.abc import Callable, Sequence
from statistics import median
from time import perf_counter, process_time
from typing import NamedTuple

GC_THRESHOLDS = (50_000, 20, 100)
"""The command's own setting; both sides of every comparison run under it."""


class Size(NamedTuple):
    """How much is measured."""

    rounds: int = 7
    """How often each figure is measured."""
    divisor: int = 1
    """Every amount is divided by this; 1 for the real table."""
    paired: str | None = None
    """Another checkout of the project, which is measured in the same rounds."""

    def of(self, amount: int) -> int:
        """Return *amount*, made smaller where the table is only tried out."""
        return max(10, amount // self.divisor)


class Row(NamedTuple):
    """One figure of the table."""

    name: str
    """What ``--only`` calls it."""
    figure: str
    """What is measured, in words."""
    ours: str
    """What the simulator was measured at, with its unit."""
    against: str
    """What the other side was measured at; empty where there is none."""
    value: float | None
    """The number that the target is about; None where it could not be measured."""
    shown: str
    """That number as the table shows it."""
    target: str
    """What it should be; empty where nothing was asked."""
    reached: bool | None
    """Whether it is; None where nothing was asked or nothing could be measured."""
    beam: str = "-"
    """What the BEAM was measured at, where there is one to measure."""

    @property
    def verdict(self) -> str:
        """``reached``, ``missed`` or nothing."""
        return "" if self.reached is None else "reached" if self.reached else "missed"


class Pair(NamedTuple):
    """Two programs, measured in alternation."""

    ours: float
    """Median seconds of the first."""
    other: float
    """Median seconds of the second."""
    ratio: float
    """Median over the rounds of second by first: how many times faster the first is."""


def tune() -> None:
    """Set the garbage collector as the command does, for both sides alike."""
    gc.set_threshold(*GC_THRESHOLDS)
    gc.collect()
    gc.freeze()


def seconds(program: Callable[[], object]) -> float:
    """Return the processor seconds that a program takes.

    Not those of the clock on the wall: whoever else uses the machine should not be in the figure.
    """
    gc.collect()
    began = process_time()
    kept = program()
    taken = process_time() - began
    del kept  # a trace kept in memory is let go after the measurement, not in it
    return taken


def wall_seconds(command: Sequence[str]) -> float:
    """Return the seconds on the wall that a command takes from its start to its end."""
    began = perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return perf_counter() - began


def alternate(ours: Callable[[], object], other: Callable[[], object], rounds: int) -> Pair:
    """Measure two programs *rounds* times in alternation, each first in every second round."""
    mine, theirs = [], []
    for number in range(rounds):
        if number % 2:
            theirs.append(seconds(other))
            mine.append(seconds(ours))
        else:
            mine.append(seconds(ours))
            theirs.append(seconds(other))
    ratio = median(b / a if a else float("inf") for a, b in zip(mine, theirs, strict=True))
    return Pair(median(mine), median(theirs), ratio)


def at_least(value: float, target: float) -> tuple[str, str, bool]:
    """Return how a ratio is shown, how its target is, and whether it is reached: faster is more."""
    return f"{value:.1f} x faster", f"{target:g} x or more", value >= target


def at_most(value: float, target: float) -> tuple[str, str, bool]:
    """Return how a ratio of times is shown, how its target is, and whether it is reached: faster is less."""
    return f"{value:.2f} x its time", f"{target:g} x or less", value <= target


def ratio_row(name: str, figure: str, pair: Pair, count: int, target: float | None = None) -> Row:
    """Return the row of a comparison of times, of *count* things each, in which less is better."""
    value = 1 / pair.ratio
    shown, wanted, reached = at_most(value, target or 0)
    row = Row(name, figure, each(pair.ours, count), each(pair.other, count), value, shown, wanted, reached)
    return row if target else row._replace(target="", reached=None)


def each(total: float, count: int) -> str:
    """Return the time of one of *count* things that took *total* seconds together.

    >>> each(0.5, 1_000_000), each(3.0, 1_000)
    ('500 ns', '3.00 ms')
    """
    one = total / count
    for factor, unit in ((1e9, "ns"), (1e6, "us"), (1e3, "ms")):
        if one * factor < 1_000:
            return f"{one * factor:.0f} ns" if unit == "ns" else f"{one * factor:.2f} {unit}"
    return f"{one:.2f} s"
