"""Where values come from: which state a reply was read from and who set that, what a client had got before it sent.

A trace holds no variables. What it holds are the texts of messages and states, so a value is followed by them: a server
whose reply stands in its state, and not in the request, read it there; a client that sends a value has it from the last
message with that value in it, or else from the last that had any. Atoms are tags and say nothing.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from simulator.trace import events as ev
from simulator.trace.records import Callback, Message
from simulator.trace.why.known import Known
from simulator.trace.why.terms import Term, read_state
from simulator.trace.why.values import Change, changes

SENDS = (ev.Send, ev.Call, ev.Cast, ev.Timer)
"""What a process does with a value that it passes on, besides a reply."""

_LOOKED = 50  # messages that a client had got, among which the one is looked for that it has a value from
_FUNCTION = "#Function<"
_ATOM = ("nil", "true", "false", ":", "#", "_")


@lru_cache(maxsize=4096)
def values(text: str) -> frozenset[str]:
    """Return the values in a term: its numbers and texts, and what is made of them.

    >>> sorted(values("{:ok, [1, :a], nil}"))
    ['1', '[1, :a]', '{:ok, [1, :a], nil}']
    """
    found: set[str] = set()
    _collect(read_state(text), found)
    return frozenset(found)


def _collect(term: Term, into: set[str]) -> bool:
    """Collect the values in a term; return whether there are any."""
    if term.shape == "plain":
        says = not term.text.startswith(_ATOM) and not term.text[:1].isupper()
    else:
        says = sum(_collect(part, into) for part in term.parts) > 0
    if says:
        pair = term.shape == "tuple" and term.name
        into.add(f"{{{', '.join(part.text for part in term.parts)}}}" if pair else term.text)
    return says


def carries(text: str) -> bool:
    """Return whether a term has a value in it, or can have one: as a function has.

    >>> carries("{:put, 1}"), carries(":go")
    (True, False)
    """
    return _FUNCTION in text or bool(values(text))


def content(message: Message) -> str:
    """Return what a message says, without its envelope."""
    return message.term if message.content is None else message.content


@lru_cache(maxsize=1)
def provenance(run: Known) -> Provenance:
    """Return where the values of a run come from; of the same run it is found once."""
    return Provenance(run)


class Provenance:
    """From which earlier event the value has, that an event passes on: where that is not the event's cause.

    >>> Provenance(Known([])).links
    {}
    """

    def __init__(self, run: Known) -> None:
        self._run = run
        self.links: dict[int, int] = {}
        """By ``seq``: of a ``callback`` the ``called`` that set what it read; of what is sent a ``receive``."""
        self.written: dict[int, Change] = {}
        """The changes of states, by the ``seq`` of the ``called`` that ends each."""
        self.found: dict[int, str] = {}
        """The value that a callback gave away as it stood in the state, by the ``seq`` of the ``callback``."""
        self._callback_of = self._within()
        self._given = self._given_by_callbacks()
        for pid in run.callbacks:
            if pid not in run.children_of:
                self._read(pid)
        for pid in run.history.processes:
            self._sent(pid)

    def back(self, seq: int) -> int | None:
        """Return the event that has the value before an event; ``None`` for the first, and the start of a process."""
        event = self._run.events[seq]
        return None if isinstance(event, ev.Spawn) else self.links.get(seq, event.cause)

    # -- servers: out of which state

    def _read(self, pid: int) -> None:
        """Link the callbacks of a server that gave away what was in its state to who set that."""
        written = changes(self._run, pid)
        self.written.update((change.at.seq, change) for change in written)
        places = [change.at.seq for change in written]
        for callback in self._run.callbacks[pid]:
            place = bisect_left(places, callback.start.seq) - 1
            given = self._given.get(callback.start.seq)
            if place < 0 or not given or callback.before is None:
                continue
            found = self._setter(callback, given, written[: place + 1])
            if found is not None:
                self.links[callback.start.seq] = found.at.seq

    def _setter(self, callback: Callback, given: list[str], written: list[Change]) -> Change | None:
        """Return who set what a callback gave away; ``None`` where it has that from the message it handles."""
        told = frozenset[str]().union(*map(values, given))
        message = self._run.handled(callback)
        kept = told & values(callback.before or "")
        asked = frozenset() if message is None else told & values(content(message))
        if not kept - asked:
            changed = callback.after not in (None, callback.before)
            return written[-1] if not asked and not changed and len(written) > 1 and told else None
        value = self.found[callback.start.seq] = max(kept - asked, key=lambda each: (len(each), each))
        for place in range(len(written) - 1, 0, -1):
            if value not in values(written[place].callback.before or ""):
                return written[place]
        return written[0]

    def _given_by_callbacks(self) -> dict[int, list[str]]:
        """Return what each callback replied, or sent where it did not reply, by the ``seq`` of its beginning."""
        replies: dict[int, list[str]] = {}
        sent: dict[int, list[str]] = {}
        for event in self._run.events:
            if isinstance(event, (ev.Reply, ev.Cast, ev.Send, ev.Call)):
                callback = self._callback_of[event.seq]
                if callback is None or self._is_envelope(event):
                    continue
                if isinstance(event, ev.Reply):
                    replies.setdefault(callback, []).append(event.reply)
                else:
                    sent.setdefault(callback, []).append(said(event))
        return {**sent, **replies}

    def _is_envelope(self, event: Any) -> bool:
        """Return whether a send only carries what another event has told."""
        cause = None if event.cause is None else self._run.events[event.cause]
        return isinstance(event, ev.Send) and isinstance(cause, (ev.Call, ev.Cast, ev.Reply))

    def _within(self) -> list[int | None]:
        """Return for each event the beginning of the callback in which, or as the end of which, it happened."""
        events, found = self._run.events, list[int | None]()
        for event in events:
            cause = None if event.cause is None else events[event.cause]
            if cause is None or cause.pid != event.pid or isinstance(cause, ev.Spawn):
                found.append(None)
            else:
                found.append(cause.seq if isinstance(cause, ev.Callback) else found[cause.seq])
        return found

    # -- clients: after what they had got

    def _sent(self, pid: int) -> None:
        """Link what a process sent outside of callbacks to what it had got before."""
        got = sorted(
            (m for m in self._run.messages_to.get(pid, ()) if m.received is not None),
            key=lambda message: message.received or message.sent,
        )
        places = [message.received.seq for message in got if message.received is not None]
        for event in self._sendings(pid):
            place = bisect_left(places, event.seq)
            source = _source(said(event), got[max(place - _LOOKED, 0) : place])
            start = self._run.process(pid).start
            if source is not None and source.received is not None:
                self.links[event.seq] = source.received.seq
            elif start is not None:
                self.links[event.seq] = start.seq

    def _sendings(self, pid: int) -> Iterator[Any]:
        for message in self._run.messages_by.get(pid, ()):
            if message.kind in ("message", "call", "cast", "timer"):
                event = self._run.events[message.sent.seq]
                if event.cause is not None and self._is_envelope(event):
                    event = self._run.events[event.cause]
                if isinstance(event, ev.Fire) and event.cause is not None:
                    event = self._run.events[event.cause]
                if isinstance(event, SENDS) and self._callback_of[event.seq] is None:
                    yield event


def said(event: Any) -> str:
    """Return what one of :data:`SENDS` sends."""
    text: str = event.msg if isinstance(event, (ev.Send, ev.Timer)) else event.request
    return text


def _source(sent: str, got: list[Message]) -> Message | None:
    """Return from which message a process has what it sends: the last one with a value of it, or with any.

    What has no value says nothing of a message before, but a function, in which there can be any.
    """
    wanted = values(sent)
    if not carries(sent):
        return None
    telling = None
    for message in reversed(got):
        has = values(content(message)) if message.kind != "ack" else None
        if has and wanted & has:
            return message
        telling = telling or (message if has else None)
    return telling
