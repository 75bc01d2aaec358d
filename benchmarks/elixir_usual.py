"""What programs of Elixir mostly do, as users write it, against the BEAM: processor time of the same file on both.

A round measures both sides one after the other, each in a process of its own, whose start is not in the figure: the
simulator tells what its run took, on the BEAM the program does.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from statistics import median
from typing import NamedTuple

from benchmarks.beam import beam, has_elixir
from benchmarks.command import Figure
from benchmarks.harness import Row, Size, each

ROOT = Path(__file__).parents[1]
TRACED = 4
"""A run with a trace in a file may take as many times as long as one without."""
_LONGER = 20  # the BEAM does so many times as much, because its processor time is told in milliseconds


class Usual(NamedTuple):
    """A row: what is done, how often, and at how many times the BEAM's time it should be without a trace."""

    words: str
    program: str
    count: int
    target: float


USUAL = {
    "message": Usual("a message, received by a pattern", "message", 30_000, 6),
    "cast": Usual("`GenServer.cast`", "cast", 20_000, 6),
    "call": Usual("`GenServer.call`", "server_call", 10_000, 6),
    "spawn": Usual("a process that spawns the next", "spawn_chain", 20_000, 6),
    "ets": Usual("`:ets`: insert, look-up, counter, each", "ets", 60_000, 10),
}


def measured(checkout: Path | str, program: str, count: int) -> list[float]:
    """Return the seconds of a program's runs by this checkout of the project: untraced, in memory, in a file."""
    command = [sys.executable, str(Path(__file__).with_name("exs_child.py")), str(checkout), program, str(count)]
    answer = subprocess.run(command, capture_output=True, text=True, check=True, cwd=checkout)
    found: list[float] = json.loads(answer.stdout)
    return found


def _row(name: str, row: Usual, size: Size) -> Row:
    """Measure a row: by this checkout, the one beside it if there is one, and the BEAM, in every round."""
    count = max(99, size.of(row.count))
    ours, others, theirs = [], [], []
    for _ in range(size.rounds):
        ours.append(measured(ROOT, row.program, count))
        if size.paired:
            others.append(measured(size.paired, row.program, count))
        if has_elixir():
            theirs.append(beam(row.program, count * _LONGER)[0] / 1e6 / _LONGER)
    times = [median(ways) for ways in zip(*ours, strict=True)]
    shown, against = [], ""
    if others:
        against = " / ".join(each(median(ways), count) for ways in zip(*others, strict=True))
        ratios = [
            median(a / b for a, b in zip(mine, other, strict=True))
            for mine, other in zip(zip(*ours, strict=True), zip(*others, strict=True), strict=True)
        ]
        shown.append(" / ".join(f"{ratio:.2f}" for ratio in ratios) + " of its time")
    target = f"{row.target:g} x, {row.target * TRACED:g} x in a file"
    one, value, reached = "-", None, None
    if theirs and median(theirs):
        wall = median(theirs)
        ratios = [taken / wall for taken in times]
        shown.append(" / ".join(f"{ratio:.1f}" for ratio in ratios) + " x the BEAM's")
        one, value = each(wall, count), ratios[0]
        reached = ratios[0] <= 1.02 * row.target and ratios[2] <= 1.02 * TRACED * row.target
    told = " / ".join(each(taken, count) for taken in times)
    return Row(name, row.words, told, against, value, "; ".join(shown) or "-", target, reached, one)


def _figure(name: str, row: Usual) -> Figure:
    return lambda size: _row(name, row, size)


def load(size: Size) -> Row:
    """Return the row of loading a file of forty lines in a process that goes on, as tests and the playground do."""
    count = max(10, size.of(500))
    taken = median(measured(ROOT, "load", count)[0] for _ in range(size.rounds)) / count
    other = median(measured(size.paired, "load", count)[0] for _ in range(size.rounds)) if size.paired else None
    words = "loading an `.exs` of forty lines again, in one process"
    against = "" if other is None else each(other, count)
    return Row("load", words, each(taken, 1), against, taken, each(taken, 1), "0.7 ms or less", taken <= 0.0007)


FIGURES: dict[str, Figure] = {**{name: _figure(name, row) for name, row in USUAL.items()}, "load": load}
"""By the name that ``--only`` takes."""
