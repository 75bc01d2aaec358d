"""The figures of a run as tables for people."""

from __future__ import annotations

from collections import Counter
from math import floor, log10

from simulator.terms.visible import printable
from simulator.trace.stats.records import Statistics
from simulator.trace.stats.report import report
from simulator.trace.stats.tables import Column, Estimate, Report, Row, Section, Unit, Value

ROWS: int = 20
"""Rows of a table that are shown unless more are asked for."""
_GAP = "  "
_UNITS = (
    (172_800, "d", 86_400),
    (7_200, "h", 3_600),
    (600, "min", 60),
    (1, "s", 1),
    (1e-3, "ms", 1e-3),
    (1e-6, "µs", 1e-6),
)


def text(statistics: Statistics) -> str:
    """Return the tables of one run, with many processes of one name in one row."""
    return report_text(report(statistics, fold=True))


def report_text(written: Report, rows: int | None = ROWS) -> str:
    """Return a report as tables, the largest rows first; *rows* is how many of each table, None for all.

    Figures that are 0 in every row are left out.
    """
    parts = [printable(written.headline)]
    for table in written.tables:
        if table.name == "totals":
            parts.append(_totals(table.sections[0], table.rows[0]))
        elif table.rows:
            told = _spread(table.rows) if table.name == "latencies" else table.rows
            parts.extend(_section(section, table.name, told, rows) for section in table.sections)
    return "\n\n".join(part for part in parts if part) + "\n"


def _spread(bars: list[Row]) -> list[Row]:
    """Return the bars of those kinds of calls that have several: one alone says no more than the percentiles do."""
    kinds = Counter((row.identity["server"], row.identity["request"]) for row in bars)
    return [row for row in bars if kinds[row.identity["server"], row.identity["request"]] > 1]


def _totals(section: Section, row: Row) -> str:
    lines: list[tuple[str, ...]] = [
        (column.head, cell(row.values[column.figure], column.unit)) for column in _told(section, [row])
    ]
    return "\n".join([section.title, *_aligned(lines)])


def _section(section: Section, what: str, rows: list[Row], most: int | None) -> str:
    columns = _told(section, rows)
    if not columns and not section.listed:
        return ""
    ordered = rows
    if section.largest:
        ordered = sorted(rows, key=lambda row: -_size(row.values[section.largest]))
    shown = ordered[:most]
    lines = [("", *(column.head for column in columns))] if columns else []
    lines += [
        (printable(row.shown), *(cell(row.values[column.figure], column.unit) for column in columns)) for row in shown
    ]
    left = len(rows) - len(shown)
    more = [f"... and {left:,} more {what}"] if left else []
    return "\n".join([section.title, *_aligned(lines), *more])


def _told(section: Section, rows: list[Row]) -> list[Column]:
    """Return the columns that have anything to tell."""
    return [column for column in section.columns if any(_size(row.values[column.figure]) for row in rows)]


def _size(value: Value) -> float:
    return value.mean if isinstance(value, Estimate) else value


def _aligned(lines: list[tuple[str, ...]]) -> list[str]:
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    padded = (list(zip(line, widths, strict=True)) for line in lines)
    texts = ([part.rjust(width) if n else part.ljust(width) for n, (part, width) in enumerate(line)] for line in padded)
    return [(_GAP + _GAP.join(parts)).rstrip() for parts in texts]


def cell(value: Value, unit: Unit) -> str:
    """Return a figure as a table shows it.

    >>> cell(12_500_000, "ns"), cell(0.25, "share"), cell(36_525, "count"), cell(Estimate(2.0, 0.13, 9), "mean")
    ('12.5 ms', '25 %', '36,525', '2.00 ± 0.13')
    """
    middle, half = (value.mean, value.half or 0.0) if isinstance(value, Estimate) else (value, 0.0)
    scale, name = 1.0, ""
    if unit == "share":
        scale, name = 0.01, " %"
    elif unit == "ns" and middle:
        scale, name = _time_unit(middle)
    return f"{_number(middle / scale, half / scale)}{name}"


def _time_unit(ns: float) -> tuple[float, str]:
    """Return the unit that suits a duration: its nanoseconds, and its name after a space."""
    seconds = ns / 1e9
    for least, name, size in _UNITS:
        if seconds >= least:
            return size * 1e9, f" {name}"
    return 1.0, " ns"


def _number(value: float, half: float) -> str:
    """Return a number with four digits, or with as many as it has before its point.

    With the half width of an interval it has the places of that, which are those of its first two digits.
    """
    if half:
        places = min(9, max(0, 1 - floor(log10(half))))
        return f"{value:,.{places}f} ± {half:,.{places}f}"
    return f"{value:,.0f}" if abs(value) >= 1_000 or value == int(value) else f"{value:.4g}"
