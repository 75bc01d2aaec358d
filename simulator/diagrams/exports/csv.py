"""Events and messages as tables of comma-separated values, for spreadsheets and data frames.

Times are integers of nanoseconds. RFC 4180: a field with a comma, a quote or a line end is quoted.
"""

from __future__ import annotations

import csv
import io
from typing import Any

from simulator.trace.cells import cells
from simulator.trace.records import At, Message
from simulator.trace.telling import history
from simulator.trace.trace import Trace
from simulator.trace.wording import describe

_EVENTS = ("seq", "t", "kind", "pid", "process", "cause", "file", "line", "what")
_MESSAGES = (
    "kind", "from", "from_process", "to", "to_process", "sent", "enqueued", "received", "fate", "why",
    "waited", "sent_seq", "term",
)  # fmt: skip


def events_csv(trace: Trace) -> str:
    """Return a line for each event: where it stands, whose it is, and what it says in words."""
    told = history(trace)
    labels = {pid: process.label for pid, process in told.processes.items()}
    return _table(
        _EVENTS,
        (
            (
                event.seq, event.t, event.__struct_config__.tag, event.pid,
                None if event.pid is None else labels[event.pid], event.cause, event.file, event.line, describe(event),
            )
            for event in trace
        ),
    )  # fmt: skip


def messages_csv(trace: Trace) -> str:
    """Return a line for each message: its three instants in nanoseconds, and what became of it."""
    told = history(trace)
    labels = {pid: process.label for pid, process in told.processes.items()}

    def row(message: Message) -> tuple[Any, ...]:
        return (
            message.kind, message.sender, _label(labels, message.sender),
            message.receiver, _label(labels, message.receiver, message.name),
            message.sent.t, _time(message.enqueued), _time(message.received), message.fate, message.why,
            _waited(message), message.sent.seq, message.term,
        )  # fmt: skip

    return _table(_MESSAGES, (row(message) for message in told.messages))


def _label(labels: dict[int, str], pid: int | None, otherwise: str | None = None) -> str | None:
    return otherwise if pid is None else labels.get(pid, otherwise)


def _time(at: At | None) -> int | None:
    return None if at is None else at.t


def _waited(message: Message) -> int | None:
    """Nanoseconds in the mailbox."""
    return None if message.enqueued is None or message.received is None else message.received.t - message.enqueued.t


def _table(head: tuple[str, ...], rows: Any) -> str:
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(head)
    writer.writerows(map(cells, rows))
    return text.getvalue()
