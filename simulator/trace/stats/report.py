"""The figures of a run as tables: which figures there are, with their units.

Text, CSV and JSON are written from the same tables, so they cannot differ.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from simulator.trace.stats.fold import folded
from simulator.trace.stats.histogram import Bar, bar_text
from simulator.trace.stats.records import CallFigures, Statistics
from simulator.trace.stats.tables import Column, Report, Row, Section, Table, short

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
            Column("blocked", "blocked at the end", "count"),
            Column("deadlocks", "deadlocks", "count"),
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
            Column("p95_ns", "p95", "ns"),
            Column("p99_ns", "p99", "ns"),
            Column("max_ns", "max", "ns"),
        ),
        "count",
    ),
)
_LATENCIES = (Section("Calls: how many had a reply after how long", (Column("count", "calls", "count"),)),)
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
_BLOCKED = (
    Section("Blocked at the end: for whom, and for how long", (Column("waiting_ns", "waiting", "ns"),), listed=True),
)
_DEADLOCKS = (Section("Deadlocks: each waits for the next", (Column("processes", "processes", "count"),)),)


def report(statistics: Statistics, fold: bool = False) -> Report:
    """Return what there is to write of one run; with *fold* many processes of one name are one row."""
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
        _table("latencies", _LATENCIES, _latencies(statistics), _of_latency),
        _table("schedulers", _SCHEDULERS, statistics.schedulers, _of_scheduler),
        _table("children", _CHILDREN, statistics.children, _of_child),
        _table("blocked", _BLOCKED, statistics.blocked, _of_blocked),
        _table("deadlocks", _DEADLOCKS, statistics.deadlocks, _of_deadlock),
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


@dataclass(frozen=True, slots=True)
class _Latency:
    """One bar of one kind of call."""

    call: CallFigures
    bar: Bar

    @property
    def count(self) -> int:
        return self.bar.count


def _latencies(statistics: Statistics) -> list[_Latency]:
    return [_Latency(call, bar) for call in statistics.calls for bar in call.histogram]


def _of_latency(latency: _Latency) -> tuple[str, str, str, dict[str, Any]]:
    kind, low, high = f"{latency.call.server} {latency.call.request}", latency.bar.low, latency.bar.high
    identity = {"server": latency.call.server, "request": latency.call.request, "from_ns": low, "below_ns": high}
    name = f"{kind}, {bar_text(low, high)}"
    return f"{kind} {low}", name, f"{short(kind)}, {bar_text(low, high)}", identity


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


def _of_blocked(blocked: Any) -> tuple[str, str, str, dict[str, Any]]:
    awaited = list(zip(blocked.awaited, blocked.awaits, strict=True))
    others = " or ".join(name for name, _ in awaited)
    shown = " or ".join(_with_pid(name, pid) for name, pid in awaited)
    way = " in a call" if blocked.on == "call" else ""
    identity = {"id": blocked.id, "name": blocked.label, "pid": blocked.pid, "on": blocked.on}
    identity |= {"awaits": list(blocked.awaited), "awaits_pids": list(blocked.awaits)}
    name = f"{blocked.label} for {others}"
    return blocked.id or str(blocked.pid), name, f"{_with_pid(blocked.label, blocked.pid)}{way} for {shown}", identity


def _of_deadlock(circle: Any) -> tuple[str, str, str, dict[str, Any]]:
    members = list(zip(circle.names, circle.pids, strict=True))
    shown = " -> ".join(_with_pid(name, pid) for name, pid in [*members, members[0]])
    name = " -> ".join([*circle.names, circle.names[0]])
    return name, name, shown, {"names": list(circle.names), "pids": list(circle.pids)}
