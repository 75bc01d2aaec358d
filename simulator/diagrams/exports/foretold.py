"""What a writer must know of a trace before it comes to it, read beforehand and kept small.

Of each message one byte says what becomes of it; of each process its names and its end are kept, not what it did.
"""

from __future__ import annotations

from simulator.trace import events as ev
from simulator.trace.records import At, Message, Process
from simulator.trace.telling import Teller
from simulator.trace.trace import Trace

_FATES = ("in flight", "unread", "received", "received", "flushed", "dropped")
_IN_FLIGHT, _UNREAD, _ARRIVED, _TAKEN_BY_NOBODY, _FLUSHED, _DROPPED = range(6)
_KEEP = 20_000  # events after which what is over is forgotten


class Foretold:
    """A trace that was read once: how its processes are called and end, and what becomes of its messages."""

    def __init__(self, trace: Trace) -> None:
        self._teller = Teller()
        self._fates = bytearray()  # by the number of the message, from 1
        self._numbers: dict[int, int] = {}  # of the messages that are under way or in a mailbox, by their identity
        self._last_words: dict[int, At] = {}
        self.trapped: dict[int, int] = {}
        """Numbers of the messages that exit signals become, by ``seq`` of the signal."""
        for event in trace:
            self._take(event)
            if self._teller.history.events % _KEEP == 0:
                self._teller.let_go()
        self._teller.let_go()
        told = self._teller.history
        self.last: At = told.last
        """The last event."""
        self.processes: dict[int, Process] = told.processes
        """By pid, in the order of first appearance."""
        self.born: dict[int, list[int]] = {}
        """Pids by ``seq`` of their beginning: of their spawn, or of the first event where the trace has none."""
        self.dead: dict[int, list[tuple[int, At]]] = {}
        """Pids and their ends by ``seq``: their links and monitors speak for them right after it, so that is theirs."""
        for pid, process in told.processes.items():
            self.born.setdefault((process.start or At(0, 0)).seq, []).append(pid)
            end = max(process.end or told.last, self._last_words.get(pid, At(0, 0)))
            self.dead.setdefault(end.seq, []).append((pid, end))

    def fate(self, number: int) -> str:
        """Return what becomes of a message."""
        return _FATES[self._fates[number - 1]]

    def arrives(self, number: int) -> bool:
        """Return whether a message is received by a process."""
        return self._fates[number - 1] == _ARRIVED

    def _take(self, event: ev.Event) -> None:
        teller, told = self._teller, self._teller.history
        kind = event.__class__
        queued = teller.queued(event.cause) if kind is ev.Receive else None
        lost = teller.flying(event.cause) if kind is ev.Drop else None
        known = len(told.messages)
        teller.take(event)
        if len(told.messages) > known:
            self._new(told.messages[known:])
        if kind is ev.Deliver:
            self._becomes(teller.queued(event.seq), _UNREAD)
        elif queued is not None:
            self._becomes(queued, _TAKEN_BY_NOBODY if queued.receiver is None else _ARRIVED)
        elif lost is not None:
            self._becomes(lost, _DROPPED)
        elif kind is ev.Demonitor and event.flush:  # type: ignore[attr-defined]
            flushed = teller.told_of(event.ref)  # type: ignore[attr-defined]
            if flushed is not None and flushed.flushed == told.last:
                self._becomes(flushed, _FLUSHED)

    def _new(self, messages: list[Message]) -> None:
        for message in messages:
            self._fates.append(_IN_FLIGHT)
            self._numbers[id(message)] = len(self._fates)
            if message.sender is not None:
                self._last_words[message.sender] = message.sent
            if message.kind == "exit":
                self.trapped[message.sent.seq] = len(self._fates)

    def _becomes(self, message: Message | None, fate: int) -> None:
        if message is None:
            return
        number = self._numbers[id(message)] if fate == _UNREAD else self._numbers.pop(id(message), 0)
        if number:
            self._fates[number - 1] = fate
