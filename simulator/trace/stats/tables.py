"""What the figures of a run, or of several, are written in: tables of rows and columns, each with its unit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

Unit = Literal["count", "mean", "ns", "share"]


class Estimate(NamedTuple):
    """A figure over several runs."""

    mean: float
    """Mean over the runs."""
    half: float | None
    """Half the width of the 95 % confidence interval around it; ``None`` for one run, or without SciPy."""
    runs: int
    """In how many runs there was such a figure."""


Value = int | float | Estimate


class Column(NamedTuple):
    """One figure of each row of a table."""

    figure: str
    """Its name, as in the record and in JSON and CSV."""
    head: str
    """What stands above it in the text."""
    unit: Unit
    """A whole number; a mean of such; nanoseconds; a share of 1."""


_LONGEST = 40  # letters of a name in the text


def short(name: str) -> str:
    """Return a name as the text has room for it.

    >>> short("main/0"), short("x" * 50) == "x" * 39 + "…"
    ('main/0', True)
    """
    return name if len(name) <= _LONGEST else name[: _LONGEST - 1] + "…"


def short_path(key: str) -> str:
    """Return a key as the text has room for it: its end, which tells it from others."""
    return key if len(key) <= _LONGEST else "…" + key[1 - _LONGEST :]


@dataclass(slots=True)
class Row:
    """The figures of one process, kind of call, scheduler ..."""

    key: str
    """What it is the same row by in another run."""
    name: str
    """What it is called; several rows may be called the same."""
    shown: str
    """What it is called in the text, with what tells it from others of its name, and not too long."""
    identity: dict[str, Any]
    """What it is, for JSON."""
    values: dict[str, Value]
    """Its figures, by their columns' names."""


class Section(NamedTuple):
    """A part of a table that stands by itself in the text."""

    title: str
    """Its heading."""
    columns: tuple[Column, ...]
    """Its figures."""
    largest: str = ""
    """The figure by which rows are ordered, the largest first; empty: as they are."""
    listed: bool = False
    """Whether its rows tell something even where all figures are 0."""


@dataclass(slots=True)
class Table:
    """All figures of one sort."""

    name: str
    """``totals``, ``processes``, ``calls``, ``schedulers`` or ``children``."""
    sections: tuple[Section, ...]
    """Its columns, in the sections of the text."""
    rows: list[Row]
    """Its rows, by first appearance."""

    @property
    def columns(self) -> list[Column]:
        """All its columns."""
        return [column for section in self.sections for column in section.columns]


@dataclass(slots=True)
class Report:
    """What is written: what ran, and the tables."""

    headline: str
    """What ran, in a line."""
    head: dict[str, Any]
    """The same, for JSON."""
    tables: list[Table]
    """Totals, processes, calls, schedulers, children."""
