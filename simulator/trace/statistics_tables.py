"""The figures of a run, or of several, as tables: which figures there are, with their units.

Text, CSV and JSON are written from the same tables, so they cannot differ.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from simulator.trace.statistics_records import Statistics

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


_TOTALS = (
    Section(
        "Totals",
        (
            Column("duration_ns", "virtual time", "ns"),
            Column("processes", "processes", "count"),
            Column("alive", "alive at the end", "count"),
            Column("crashes", "crashes", "count"),
            Column("restarts", "restarts", "count"),
            Column("sent", "messages sent", "count"),
            Column("delivered", "messages into mailboxes", "count"),
            Column("received", "messages received", "count"),
            Column("dropped", "messages dropped", "count"),
            Column("calls", "calls", "count"),
            Column("timeouts", "calls timed out", "count"),
            Column("late_replies", "late replies", "count"),
            Column("casts", "casts", "count"),
            Column("timers", "timers fired", "count"),
            Column("events", "events", "count"),
        ),
    ),
)
_PROCESSES = (
    Section(
        "Processes: their messages, how many were in the mailbox, how long they waited in it",
        (
            Column("messages_in", "in", "count"),
            Column("messages_out", "out", "count"),
            Column("received", "received", "count"),
            Column("mailbox_mean", "mean length", "mean"),
            Column("mailbox_max", "max length", "count"),
            Column("mailbox_max_at_ns", "max at", "ns"),
            Column("queueing_mean_ns", "mean wait", "ns"),
            Column("queueing_max_ns", "longest wait", "ns"),
        ),
        "messages_in",
    ),
    Section(
        "Processes: where their time went",
        (
            Column("life_ns", "life", "ns"),
            Column("waiting_ns", "receive", "ns"),
            Column("sleeping_ns", "sleep", "ns"),
            Column("calling_ns", "call", "ns"),
            Column("event_ns", "event", "ns"),
            Column("queued_ns", "queue", "ns"),
            Column("working_ns", "work", "ns"),
            Column("callbacks", "callbacks", "count"),
            Column("busy_ns", "busy", "ns"),
            Column("restarts", "restarts", "count"),
        ),
        "life_ns",
    ),
)
_CALLS = (
    Section(
        "Calls: how they ended, and the latency of those that had a reply",
        (
            Column("count", "calls", "count"),
            Column("replied", "replied", "count"),
            Column("timeouts", "timeouts", "count"),
            Column("down", "down", "count"),
            Column("unanswered", "unanswered", "count"),
            Column("late_replies", "late replies", "count"),
            Column("mean_ns", "mean", "ns"),
            Column("p50_ns", "p50", "ns"),
            Column("p90_ns", "p90", "ns"),
            Column("p99_ns", "p99", "ns"),
            Column("max_ns", "max", "ns"),
        ),
        "count",
    ),
)
_SCHEDULERS = (
    Section(
        "Schedulers",
        (
            Column("utilisation", "utilisation", "share"),
            Column("busy_ns", "busy", "ns"),
            Column("slices", "slices", "count"),
            Column("preemptions", "preemptions", "count"),
        ),
    ),
)
_CHILDREN = (
    Section(
        "Supervised children",
        (Column("starts", "starts", "count"), Column("restarts", "restarts", "count")),
        "restarts",
    ),
)


def report(statistics: Statistics, fold: bool = False) -> Report:
    """Return what there is to write of one run; with *fold* many processes of one name are one row."""
    from simulator.trace.statistics_fold import folded

    (shown,) = folded([tables(statistics)]) if fold else [tables(statistics)]
    ended = statistics.ended or "cut off"
    head = {name: getattr(statistics, name) for name in ("scenario", "title", "seed")}
    headline = f"{headline_of(statistics)}, seed {statistics.seed}: {ended}"
    return Report(headline, {**head, "ended": ended}, shown)


def headline_of(statistics: Statistics) -> str:
    """Return what ran, as its title and name."""
    name, title = statistics.scenario or "a run", statistics.title.rstrip(".")
    return f"{title} ({name})" if title else name


def tables(statistics: Statistics) -> list[Table]:
    """Return the tables of one run."""
    return [
        _table("totals", _TOTALS, [statistics.totals], lambda _: ("", "", "", {})),
        _table("processes", _PROCESSES, statistics.processes, _of_process),
        _table("calls", _CALLS, statistics.calls, _of_call),
        _table("schedulers", _SCHEDULERS, statistics.schedulers, _of_scheduler),
        _table("children", _CHILDREN, statistics.children, _of_child),
    ]


Identify = Callable[[Any], tuple[str, str, str, dict[str, Any]]]


def _table(name: str, sections: tuple[Section, ...], records: list[Any], identify: Identify) -> Table:
    table = Table(name, sections, [])
    columns = table.columns
    for record in records:
        table.rows.append(Row(*identify(record), {column.figure: getattr(record, column.figure) for column in columns}))
    return table


def _of_process(process: Any) -> tuple[str, str, str, dict[str, Any]]:
    identity = {"id": process.id, "name": process.label, "pid": process.pid, "function": process.function}
    identity |= {"names": list(process.names), "start_ns": process.start_ns, "end_ns": process.end_ns}
    return process.id or str(process.pid), process.label, _with_pid(process.label, process.pid), identity


def _of_call(call: Any) -> tuple[str, str, str, dict[str, Any]]:
    kind = f"{call.server} {call.request}"
    return kind, kind, short(kind), {"server": call.server, "request": call.request}


def _of_scheduler(scheduler: Any) -> tuple[str, str, str, dict[str, Any]]:
    number = scheduler.number
    name = f"scheduler {number}" if number else "unlimited"
    return str(number), name, name, {"number": number}


def _of_child(child: Any) -> tuple[str, str, str, dict[str, Any]]:
    supervisor = child.supervisor_id or str(child.supervisor)
    identity = {"supervisor": child.supervisor_id, "supervisor_pid": child.supervisor, "id": child.id}
    shown = f"{_with_pid(child.supervisor_label, child.supervisor)} {short(child.id)}"
    return f"{supervisor} {child.id}", f"{child.supervisor_label} {child.id}", shown, identity


def _with_pid(label: str, pid: int) -> str:
    return label if label.startswith("#PID<") else f"{short(label)} <0.{pid}.0>"
