"""What is known of a run: its history, its events by number, and both by process."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from simulator.terms.durations import duration_text
from simulator.trace.events import Cast, Event
from simulator.trace.records import At, Call, Callback, Child, Message, Process, Stretch
from simulator.trace.telling import history

_OWN = ("reply", "ack")
_LONGEST = 70  # characters of a term within a sentence


@dataclass(frozen=True, slots=True)
class Because:
    """One sentence of an answer."""

    kind: str
    """What it says: ``wait``, ``deadlock``, ``end``, ``write`` ..., for whoever checks it or draws it."""
    pid: int
    """Whom it is about."""
    text: str
    """The sentence."""
    events: tuple[int, ...]
    """The ``seq`` of each event that it rests on, in the order of the trace."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A question, and the sentences that answer it."""

    kind: str
    """``wait``, ``end``, ``value``, ``late``, ``not``, ``history`` or ``way``."""
    pid: int
    """Whom the question is about."""
    question: str
    """The question, in words."""
    because: tuple[Because, ...]
    """The answer, from what is asked about back to its first cause."""
    at: At
    """The moment at which it was asked."""


class Known:
    """A run that questions are asked about; it is read once.

    >>> from simulator.trace.events import Exit, Spawn
    >>> run = Known([Spawn(seq=0, t=0, pid=100, id="main", function="main/0"),
    ...              Exit(seq=1, t=5_000_000, pid=100, cause=0, reason=":normal", how="returned")])
    >>> run.who(100), run.moment(5_000_000)
    ('main/0', At(t=5000000, seq=1))
    """

    def __init__(self, trace: Iterable[Event]) -> None:
        self.events: list[Any] = list(trace)
        self.history = history(self.events)
        self._times = [event.t for event in self.events]
        self.callbacks = _by(self.history.callbacks, "pid")
        self.messages_to = _by(self.history.messages, "receiver")
        self.messages_by = _by(self.history.messages, "sender")
        self.calls_by = _by(self.history.calls, "caller")
        self.calls_to = _by(self.history.calls, "server")
        self.children_of = _by(self.history.children, "supervisor")
        self._child: dict[int, Child] = {child.pid: child for child in self.history.children}
        self._received = {m.received.seq: m for m in self.history.messages if m.received is not None}
        self._turns: dict[int, list[int]] = {}
        self._into_the_void = _by((e for e in self.events if isinstance(e, Cast) and e.to is None), "pid")
        self._arrived: dict[int, list[Message]] = {}
        self._asked: dict[int, list[Message]] = {}
        self._labels = Counter(process.label for process in self.history.processes.values())

    # -- where and who

    def moment(self, t: int) -> At:
        """Return the point of virtual time *t* (nanoseconds): the last event by then, the run's end at most."""
        at = self.event(max(bisect_right(self._times, t) - 1, 0))
        return at if at.seq + 1 >= len(self.events) else At(max(t, at.t), at.seq)

    def event(self, seq: int) -> At:
        """Return the point of an event, by its ``seq``; the last one where there are fewer."""
        if not self.events:
            return At(0, 0)
        seq = min(seq, len(self.events) - 1)
        return At(self._times[seq], seq)

    def who(self, pid: int | None) -> str:
        """Return what a process is called in a sentence: with its pid where others are called so, too."""
        if pid is None:
            return "nobody"
        process = self.history.processes.get(pid)
        if process is None:
            return f"<0.{pid}.0>"
        return process.label if self._labels[process.label] == 1 else f"{process.label} <0.{pid}.0>"

    def child(self, pid: int) -> Child | None:
        """Return as what a supervisor has started a process, if one has."""
        return self._child.get(pid)

    # -- what a process is at

    def process(self, pid: int) -> Process:
        """Return a process; raises ``KeyError`` where there is none of this number."""
        return self.history.processes[pid]

    def stretch(self, pid: int, at: At) -> Stretch | None:
        """Return what a process is doing at a moment; ``None`` where it has not its turn, or is not there."""
        stretches = self.process(pid).stretches
        place = bisect_right(stretches, at.seq, key=lambda each: each.start.seq) - 1
        if place < 0 or (stretches[place].end or at._replace(seq=at.seq + 1)).seq <= at.seq:
            return None
        return stretches[place]

    def turn_after(self, pid: int, seq: int) -> int | None:
        """Return the ``seq`` of the event after another at which a process next begins, ends or gets something."""
        turns = self._turns.get(pid)
        if turns is None:
            turns = self._turns[pid] = sorted({point.seq for point in self._own(pid) if point is not None})
        place = bisect_right(turns, seq)
        return turns[place] if place < len(turns) else None

    def _own(self, pid: int) -> Iterator[At | None]:
        process = self.process(pid)
        yield from (process.start, process.end)
        for stretch in process.stretches:
            yield from (stretch.start, stretch.end)
        for message in self.messages_to.get(pid, ()):
            yield from (message.enqueued, message.received)
        for call in (*self.calls_to.get(pid, ()), *self.calls_by.get(pid, ())):
            yield from (call.replied, call.end)

    def mailbox(self, pid: int, at: At) -> list[Message]:
        """Return what lies in a mailbox at a moment, in the order of arrival."""
        return [message for message in self.arrived(pid) if _lies(message, at)]

    def received(self, seq: int) -> Message | None:
        """Return the message that a ``receive`` took out."""
        return self._received.get(seq)

    def arrived(self, pid: int) -> list[Message]:
        """Return the messages that ever entered a mailbox, in that order."""
        if pid not in self._arrived:
            found = [m for m in self.messages_to.get(pid, ()) if m.enqueued is not None]
            self._arrived[pid] = sorted(found, key=lambda message: message.enqueued or message.sent)
        return self._arrived[pid]

    def asked(self, pid: int) -> list[Message]:
        """Return the messages that a process received, in order, but for replies and the word of who it started."""
        if pid not in self._asked:
            found = [m for m in self.messages_to.get(pid, ()) if m.received is not None and m.kind not in _OWN]
            self._asked[pid] = sorted(found, key=lambda message: message.received or message.sent)
        return self._asked[pid]

    def casts_to_nobody(self, pid: int) -> list[Cast]:
        """Return the casts of a process to names that nobody had."""
        return self._into_the_void.get(pid, [])

    def comes(self, stretch: Stretch) -> Message | None:
        """Return the message that ends a wait; ``None`` where something else does, or nothing."""
        return self._received.get(stretch.end.seq) if stretch.ended_by == "receive" and stretch.end else None

    def callback_at(self, pid: int, at: At) -> Callback | None:
        """Return the innermost callback that a server is in at a moment."""
        inside = [
            each
            for each in self.callbacks.get(pid, ())
            if each.start.seq <= at.seq and (each.end is None or each.end.seq > at.seq)
        ]
        return inside[-1] if inside else None

    def handled(self, callback: Callback) -> Message | None:
        """Return the message that a callback handles; ``None`` for one that handles none, as ``init``."""
        cause = self.events[callback.start.seq].cause
        return None if cause is None else self._received.get(cause)


def _by(records: Iterable[Any], of: str) -> dict[Any, list[Any]]:
    """Return records by one of their fields."""
    found: dict[Any, list[Any]] = {}
    for record in records:
        found.setdefault(getattr(record, of), []).append(record)
    return found


def _lies(message: Message, at: At) -> bool:
    """Return whether a message lies in its receiver's mailbox at a moment."""
    gone = message.received or message.flushed
    return message.enqueued is not None and message.enqueued.seq <= at.seq and (gone is None or gone.seq > at.seq)


# -- words that several answers need


def point(at: At) -> str:
    """Return a point as a sentence says it.

    >>> point(At(1_500_000_000, 12))
    '1.5 s (#12)'
    """
    return f"{duration_text(at.t)} (#{at.seq})"


def short(term: str) -> str:
    """Return a term on one line, with its middle left out where it is long.

    >>> short("[" + "1, " * 40 + "1]")
    '[1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, …, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]'
    """
    line = " ".join(term.split())
    half = (_LONGEST - 1) // 2
    return line if len(line) <= _LONGEST else f"{line[:half]}…{line[-half:]}"


def told(message: Message) -> str:
    """Return what a message says: its request or reply, where it is in an envelope."""
    return short(message.term if message.content is None else message.content)


def some(n: int, thing: str) -> str:
    """Return a number of things.

    >>> some(1, "message"), some(2_000, "message"), some(2, "process")
    ('1 message', '2,000 messages', '2 processes')
    """
    plural = "" if n == 1 else "es" if thing.endswith("s") else "s"
    return f"{n:,} {thing}{plural}"


def listed(parts: list[str], word: str = "and") -> str:
    """Return parts as a sentence lists them, the first five of them.

    >>> listed(["a", "b", "c"])
    'a, b and c'
    """
    if len(parts) > 6:
        parts = [*parts[:5], f"{len(parts) - 5:,} more"]
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} {word} {parts[-1]}"


def seqs(*points: At | None) -> tuple[int, ...]:
    """Return the numbers of the events at these points, in order and each once."""
    return tuple(sorted({at.seq for at in points if at is not None}))


def name_of(call: Call, run: Known) -> str:
    """Return whom a call is to: a process, or the name that was free."""
    return run.who(call.server) if call.server is not None else call.name or "nobody"
