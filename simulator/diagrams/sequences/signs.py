"""The signs that a sequence diagram is made of, before anything is known of places and shapes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from simulator.terms.visible import printable
from simulator.trace.records import At, Call, Process
from simulator.trace.told import History

Place = TypeVar("Place", int, float)

LABEL = 36
"""Columns of an arrow's label at most."""
TAG = 48
"""Columns of a text beside a lifeline at most."""
END = 44
"""Columns of the text at a lifeline's end at most."""


@dataclass(frozen=True, slots=True)
class Arrow:
    """A line from one process to another."""

    kind: str
    """``message``, ``call``, ``reply``, ``cast``, ``ack``, ``timer``, ``exit``, ``down``; ``spawn``, ``spawn_link``,
    ``spawn_monitor``, ``link``, ``unlink``, ``monitor`` or ``demonitor``."""
    source: int | None
    """Whose lifeline it leaves; ``None`` for a timer or what is no process."""
    target: int | None
    """Whose lifeline it goes to; ``None`` for a name that nobody has."""
    start: At
    """Where it leaves."""
    end: At | None
    """Where it arrives; ``None`` where it does not, in what the trace holds."""
    fate: str
    """``received``, ``unread``, ``flushed``, ``dropped``, ``in flight``, ``ended``, ``ignored``, or nothing."""
    label: str
    """What stands above it."""
    remark: str = ""
    """What stands below it: how it ended, where that is worth a word."""
    tooltip: str = ""
    """Everything about it."""
    mailbox: tuple[At, At | None] | None = None
    """When it lay in the mailbox."""
    call: int | None = None
    """Number of the call that it belongs to."""


@dataclass(frozen=True, slots=True)
class Tag:
    """A mark on a lifeline with a text beside it."""

    kind: str
    """``output``, ``note``, ``state``, ``flag``, ``name``, ``unname``, ``timer``, ``cancel``, ``void``, ``deadline``,
    ``timeout``, ``sleep``, ``hibernate``, ``event``, ``call``, ``work``, ``turn``, ``callback``, ``restart``;
    ``normal``, ``exit``, ``crash``, ``died`` or ``killed``."""
    pid: int
    """Whose lifeline it is on."""
    at: At
    """Where."""
    text: str
    """What it says."""
    tooltip: str = ""
    """What it says in full."""


@dataclass(frozen=True, slots=True)
class Span:
    """A part of a lifeline that looks alike."""

    kind: str
    """``active``, ``work``, ``queue``, ``turns``, ``receive``, ``sleep``, ``hibernate``, ``event`` or ``await``; around
    others a ``callback``."""
    pid: int
    """Whose lifeline it is a part of."""
    start: At
    """Where it begins."""
    end: At | None
    """Where it ends; ``None`` where the trace does not say."""
    tooltip: str = ""
    """What it was, in words."""


Sign = Arrow | Tag

MESSAGES = frozenset({"message", "call", "reply", "cast", "ack", "timer", "down"})
"""Kinds of arrows that are messages whatever becomes of them."""


@dataclass(slots=True)
class Plan:
    """What is to be drawn, and what is not."""

    title: str
    history: History
    lifelines: list[Process]
    first: At
    """Where the picture begins."""
    last: At
    """Where it ends."""
    signs: list[Sign] = field(default_factory=list)
    """In the order of the trace."""
    spans: list[Span] = field(default_factory=list)
    """By lifeline, in order."""
    callbacks: list[Span] = field(default_factory=list)
    """Callbacks that last."""
    notices: list[str] = field(default_factory=list)
    """What the picture leaves out because it is too much, in sentences."""
    asides: list[str] = field(default_factory=list)
    """What it leaves out because that was asked for, in sentences."""
    cut: bool = False
    """The picture ends before what was asked for, because there was too much of it."""

    def shows(self, at: At | None) -> bool:
        """Tell whether *at* is inside the picture."""
        return at is not None and self.first <= at <= self.last


def callee(history: History, call: Call) -> str:
    """Return whom a call is of: the name it used, or what the server is called."""
    if call.name is not None or call.server is None:
        return call.name or "nobody"
    process = history.processes.get(call.server)
    return process.label if process is not None else f"#PID<0.{call.server}.0>"


def place_of(places: Mapping[int, Place], pid: int | None) -> Place | None:
    """Return the place of a process, of an end of an arrow; None for what is no process, or not drawn."""
    return None if pid is None else places.get(pid)


def who(history: History, pid: int | None) -> str:
    """Return what a tooltip calls a process."""
    if pid is None or pid not in history.processes:
        return "outside" if pid is None else f"#PID<0.{pid}.0>"
    process = history.processes[pid]
    label = printable(process.label)
    return label if label == process.pid_text else f"{label} {process.pid_text}"
