"""Figures over several runs of one scenario: the mean of each, and how sure it is.

The interval is Student's, for independent runs whose figures are about normal. SciPy gives the
quantile; it is imported here alone, and without it there are means but no intervals.
"""

from __future__ import annotations

from collections import Counter
from importlib.util import find_spec
from math import sqrt
from statistics import fmean, stdev
from typing import Any

from simulator.trace.stats.fold import folded
from simulator.trace.stats.records import Statistics
from simulator.trace.stats.report import headline_of, tables
from simulator.trace.stats.tables import (
    Estimate,
    Report,
    Row,
    Table,
    Value,
    short,
    short_path,
)

CONFIDENCE = 0.95


def estimate(values: list[Value]) -> Estimate:
    """Return mean and confidence interval of a figure's values, one of each run.

    >>> estimate([7]), estimate([1, 2, 3]).mean
    (Estimate(mean=7.0, half=None, runs=1), 2.0)
    """
    plain = [float(value) for value in values if not isinstance(value, Estimate)]
    runs = len(plain)
    quantile = student(runs - 1)
    half = None if quantile is None else quantile * stdev(plain) / sqrt(runs)
    return Estimate(fmean(plain), half, runs)


_QUANTILES: dict[int, float] = {}


def student(degrees: int) -> float | None:
    """Return the quantile of Student's t for a two-sided interval; ``None`` for no degree of freedom, or no SciPy."""
    if degrees < 1 or not have_intervals():
        return None
    if degrees not in _QUANTILES:
        from scipy.special import stdtrit

        _QUANTILES[degrees] = float(stdtrit(degrees, (1 + CONFIDENCE) / 2))
    return _QUANTILES[degrees]


def have_intervals() -> bool:
    """Say whether SciPy is there."""
    return find_spec("scipy") is not None


def repeated(runs: list[Statistics], fold: bool = False) -> Report:
    """Return what there is to write of several runs, in their order; raises ``ValueError`` for none.

    With *fold* many processes of one name are one row.
    """
    if not runs:
        raise ValueError("no runs: nothing to estimate")
    seeds = [run.seed for run in runs]
    ends = list(dict.fromkeys(run.ended or "cut off" for run in runs))
    headline = f"{headline_of(runs[0])}, seeds {seeds[0]} to {seeds[-1]}, {len(runs)} runs: {', '.join(ends)}"
    head: dict[str, Any] = {"scenario": runs[0].scenario, "title": runs[0].title, "seeds": seeds, "ended": ends}
    head |= {"runs": len(runs), "confidence": CONFIDENCE}
    shown = [tables(run) for run in runs]
    if fold:
        shown = folded(shown)
    return Report(headline, head, [_merged(list(same)) for same in zip(*shown, strict=True)])


def _merged(same: list[Table]) -> Table:
    """Join the rows that several runs have in common; a row need not be in all of them."""
    rows: dict[str, list[Row]] = {}
    for table in same:
        for row in table.rows:
            rows.setdefault(row.key, []).append(row)
    merged = Table(same[0].name, same[0].sections, [])
    names = Counter(found[0].name for found in rows.values())
    for key, found in rows.items():
        values: dict[str, Value] = {
            column.figure: estimate([row.values[column.figure] for row in found]) for column in merged.columns
        }
        identity = {name: value for name, value in found[0].identity.items() if name not in _OF_ONE_RUN}
        name = found[0].name
        shown = short(name) if names[name] == 1 else short_path(key)
        merged.rows.append(Row(key, name, shown, identity, values))
    return merged


_OF_ONE_RUN = ("pid", "supervisor_pid", "start_ns", "end_ns")
