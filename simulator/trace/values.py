"""What the kernel hands to a recorder, made into events (see :mod:`simulator.kernel.process.recording`).

Files and memory share this: a file has the events that whoever reads the memory would see, encoded by msgspec,
which is twice as fast as writing their lines by hand.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from typing import Any

from simulator.terms.inspect import inspect, small
from simulator.terms.names import LITERALS
from simulator.terms.patterns import pattern_text
from simulator.terms.places import place_of, shown_file
from simulator.terms.shown import Shown
from simulator.trace.events import (
    AnyEvent,
    Call,
    Deliver,
    Demonitor,
    Down,
    Event,
    Fire,
    Monitor,
    Preempt,
    Receive,
    Reply,
    Return,
    Run,
    Send,
    Signal,
    Spawn,
    Wait,
    kinds,
)
from simulator.trace.identity import shortened

_COMMON = 7
"""Values that each event has in full: kind, seq, t, pid, cause, code, instruction."""
_BRIEF = {"sent": 10, "took": 6, "waits": 8, "asked": 14, "answered": 7, "responded": 11, "fired": 8, "slices": 8} | {
    "left": 9, "spawned": 14, "selects": 9, "arrived": 6, "parted": 8, "broke": 7,
}  # fmt: skip
"""How many values each record has that stands for what happens most: the method of its name makes its events."""
_SHARED = frozenset(Event.__struct_fields__)
"""The names of the fields that all events have."""
_TERMS = frozenset({"msg", "request", "reply", "reason", "returned"})
"""The fields that hold a term: what cannot change comes as it is, and is rendered only when it is read."""
_AT_ONCE = 2_000  # events that are made together: as many as a file holds back
_NOWHERE: tuple[None, None] = (None, None)

Events = tuple[AnyEvent, ...]


def rendered(term: Any) -> str:
    """Return a term as text; what the kernel had to render at once comes as text that says so."""
    return small(term) or (str(term) if term.__class__ is Shown else inspect(term))


def _around(before: str, term: Any, whole: tuple[Any, ...]) -> tuple[str, str]:
    """Return the texts of *term* and of the tuple *whole*, which is *before* with *term* as its last."""
    text = small(term)
    if text is None:
        return inspect(term), inspect(whole)
    return text, f"{{{before}, {text}}}"  # so small that none of the limits of `inspect` is near


def _patterns(patterns: Any) -> list[str]:
    return [each if each.__class__ is str else pattern_text(each) for each in patterns]


def _args(args: Any) -> list[str]:
    return [rendered(each) for each in args]


class EventReader:
    """Turns recorded values into typed events."""

    def __init__(self, scenario_file: str) -> None:
        self._own = scenario_file
        self._next = 0
        self._places: dict[tuple[int, int], tuple[int, str | None]] = {}  # by the identity of the code
        self._waits_at: dict[int, tuple[Any, Any]] = {}  # where each process last waited: its receive is there
        self._ids: dict[int, str] = {}  # identity of each process that is alive
        self._ended: list[int] = []
        self._makers: dict[str, tuple[int, Callable[[list[Any]], Events]]] = {
            name: (length, getattr(self, name)) for name, length in _BRIEF.items()
        }

    def read(self, values: list[Any]) -> Iterator[AnyEvent]:
        """Yield the events that *values* hold."""
        position = 0
        while position < len(values):
            events, position = self._some(values, position, _AT_ONCE)
            yield from events

    def all(self, values: list[Any]) -> list[AnyEvent]:
        """Return the events that *values* hold; if that is interrupted it can be done again."""
        return self._some(values, 0, sys.maxsize)[0]

    def _some(self, values: list[Any], position: int, count: int) -> tuple[list[AnyEvent], int]:
        """Return the events of the records from *position* on, so many or few more, and where the next begins."""
        events: list[AnyEvent] = []
        makers, until = self._makers, len(values)
        while position < until and len(events) < count:
            kind = values[position]
            known = makers.get(kind)
            if known is None:
                known = makers[kind] = self._maker(kind)
            length, make = known
            record = values[position : position + length]
            if kind == "end":  # an interrupt may have come between the taking of a number and its event
                record[1] = events[-1].seq + 1 if events else self._next
            events += make(record)
            position += length
        if events:
            self._next = events[-1].seq + 1
        for pid in self._ended:
            self._waits_at.pop(pid, None)
            self._ids.pop(pid, None)
        self._ended.clear()
        return events, position

    def _at(self, code: Any, instruction: int) -> tuple[Any, Any]:
        """Return line and file of an instruction as an event has them."""
        if code is None:
            return _NOWHERE
        known = self._places.get((id(code), instruction))
        if known is None:
            file, line = place_of(code, instruction)  # which keeps the code alive, and so its identity
            known = self._places[id(code), instruction] = line, None if file == self._own else shown_file(file)
        return known

    # -- events in full -----------------------------------------------------------------------

    def _maker(self, kind: str) -> tuple[int, Callable[[list[Any]], Events]]:
        """Return how many values an event of this kind has, and what makes it of them: written for its fields."""
        cls: Any = kinds()[kind]
        names = [name for name in cls.__struct_fields__ if name not in _SHARED]
        scope: dict[str, Any] = {"_cls": cls, "_at": self._at, "_waits_at": self._waits_at, "_end": self._ended.append}
        scope |= {"_rendered": rendered, "_patterns": _patterns, "_args": _args}
        ready = {name: f"{name}=_rendered({name})" for name in _TERMS if kind != "end"}
        ready |= {"patterns": "patterns=_patterns(patterns)", "args": "args=_args(args)"}
        beside = {"wait": "_waits_at[pid] = line, file", "exit": "_end(pid)"}.get(kind, "pass")
        fields = ["seq=seq", "t=t", "pid=pid", "cause=cause", "line=line", "file=file"]
        fields += [ready.get(name, f"{name}={name}") for name in names]
        exec(
            f"def made(record):\n"
            f"    {', '.join(('_', 'seq', 't', 'pid', 'cause', 'code', 'instruction', *names))} = record\n"
            f"    line, file = _at(code, instruction)\n"
            f"    {beside}\n"
            f"    return (_cls({', '.join(fields)}),)\n",
            scope,
        )
        made: Callable[[list[Any]], Events] = scope["made"]
        return _COMMON + len(names), made

    # -- brief records ------------------------------------------------------------------------

    def spawned(self, record: list[Any]) -> Events:
        """Return a spawn; an arity below 0 is that of a name which is a label."""
        _, seq, t, process, cause, code, instruction, spawner, name, nth, arity, args, link, monitor = record
        line, file = self._places.get((id(code), instruction)) or self._at(code, instruction)
        pid, parent = process.number, None if spawner is None else spawner.number
        known = self._ids[pid] = name if parent is None else f"{shortened(self._ids[parent])}/{name}-{nth}"
        return (
            Spawn(
                seq=seq, t=t, pid=pid, cause=cause, line=line, file=file, parent=parent, id=known,
                function=f"{name}/{arity}" if arity >= 0 else name, args=_args(args), link=link, monitor=monitor,
            ),
        )  # fmt: skip

    def sent(self, record: list[Any]) -> Events:
        """Return a send, and the deliver at once after it."""
        _, seq, t, sender, cause, code, instruction, target, msg, depth = record
        line, file = self._places.get((id(code), instruction)) or self._at(code, instruction)
        pid, to = sender.number, target.number
        return (
            Send(seq=seq - 1, t=t, pid=pid, cause=cause, line=line, file=file, to=to, msg=rendered(msg)),
            Deliver(seq=seq, t=t, pid=to, cause=seq - 1, depth=depth),
        )

    def left(self, record: list[Any]) -> Events:
        """Return a send whose deliver comes later."""
        _, seq, t, sender, cause, code, instruction, target, msg = record
        line, file = self._places.get((id(code), instruction)) or self._at(code, instruction)
        pid, to = sender.number, target.number
        return (Send(seq=seq, t=t, pid=pid, cause=cause, line=line, file=file, to=to, msg=rendered(msg)),)

    def took(self, record: list[Any]) -> Events:
        """Return a receive at the beginning of a turn: it is where the process waited."""
        _, seq, t, taker, delivered, depth = record
        pid = taker.number
        line, file = self._waits_at.get(pid, _NOWHERE)
        return (Receive(seq=seq, t=t, pid=pid, cause=delivered, line=line, file=file, depth=depth),)

    def waits(self, record: list[Any]) -> Events:
        """Return a wait for any message."""
        _, seq, t, waiter, cause, code, instruction, until = record
        pid = waiter.number
        line, file = self._waits_at[pid] = self._places.get((id(code), instruction)) or self._at(code, instruction)
        return (Wait(seq=seq, t=t, pid=pid, cause=cause, line=line, file=file, on="receive", until=until),)

    def selects(self, record: list[Any]) -> Events:
        """Return a wait for a message that matches a pattern."""
        _, seq, t, waiter, cause, code, instruction, until, patterns = record
        pid = waiter.number
        line, file = self._waits_at[pid] = self._places.get((id(code), instruction)) or self._at(code, instruction)
        return (
            Wait(
                seq=seq, t=t, pid=pid, cause=cause, line=line, file=file,
                on="receive", patterns=_patterns(patterns), until=until,
            ),
        )  # fmt: skip

    def arrived(self, record: list[Any]) -> Events:
        """Return the deliver of a message that does not come at once after its send."""
        _, seq, t, receiver, sent, depth = record
        return (Deliver(seq=seq, t=t, pid=receiver.number, cause=sent, depth=depth),)

    def parted(self, record: list[Any]) -> Events:
        """Return the down of a monitor."""
        _, seq, t, ended, cause, watcher, ref, message = record
        pid, to = ended.number, watcher.number
        before = f":DOWN, #Reference<0.0.0.{ref}>, :process, {small(message[3])}"  # a pid, or a name and a node
        reason, msg = _around(before, message[4], message)
        return (Down(seq=seq, t=t, pid=pid, cause=cause, to=to, ref=ref, reason=reason, msg=msg),)

    def broke(self, record: list[Any]) -> Events:
        """Return the exit signal of a link."""
        _, seq, t, ended, cause, linked, message = record
        pid, to = ended.number, linked.number
        reason, msg = _around(f":EXIT, #PID<0.{pid}.0>", message[2], message)
        return (Signal(seq=seq, t=t, pid=pid, cause=cause, to=to, reason=reason, via="link", msg=msg),)

    def asked(self, record: list[Any]) -> Events:
        """Return a monitor and a call, the send of its request, and the deliver at once after it."""
        _, seq, t, asker, cause, code, instruction, server, name, ref, tag, request, until, depth = record
        line, file = self._places.get((id(code), instruction)) or self._at(code, instruction)
        pid, to, number = asker.number, server.number, ref.number
        before = f"{LITERALS[tag.name]}, {{#PID<0.{pid}.0>, #Reference<0.0.0.{number}>}}"
        text, msg = _around(before, request, (tag, (asker, ref), request))
        return (
            Monitor(seq=seq - 3, t=t, pid=pid, cause=cause, line=line, file=file, ref=number, to=to),
            Call(
                seq=seq - 2, t=t, pid=pid, cause=cause, line=line, file=file,
                to=to, name=name, ref=number, request=text, until=until,
            ),
            Send(seq=seq - 1, t=t, pid=pid, cause=seq - 2, line=line, file=file, to=to, msg=msg),
            Deliver(seq=seq, t=t, pid=to, cause=seq - 1, depth=depth),
        )  # fmt: skip

    def answered(self, record: list[Any]) -> Events:
        """Return the receive of a reply, the return of its call, and the demonitor."""
        _, seq, t, asker, delivered, depth, ref = record
        pid = asker.number
        line, file = self._waits_at.get(pid, _NOWHERE)
        return (
            Receive(seq=seq - 2, t=t, pid=pid, cause=delivered, line=line, file=file, depth=depth),
            Return(seq=seq - 1, t=t, pid=pid, cause=seq - 2, ref=ref, how="replied"),
            Demonitor(seq=seq, t=t, pid=pid, cause=seq - 1, ref=ref, flush=True),
        )

    def responded(self, record: list[Any]) -> Events:
        """Return a reply, its send, and the deliver at once after it."""
        _, seq, t, server, cause, code, instruction, asker, ref, value, depth = record
        line, file = self._places.get((id(code), instruction)) or self._at(code, instruction)
        pid, to, number = server.number, asker.number, ref.number
        text, msg = _around(f"#Reference<0.0.0.{number}>", value, (ref, value))
        return (
            Reply(seq=seq - 2, t=t, pid=pid, cause=cause, line=line, file=file, to=to, ref=number, reply=text),
            Send(seq=seq - 1, t=t, pid=pid, cause=seq - 2, line=line, file=file, to=to, msg=msg),
            Deliver(seq=seq, t=t, pid=to, cause=seq - 1, depth=depth),
        )

    def fired(self, record: list[Any]) -> Events:
        """Return the fire of a timer, and the deliver at once after it."""
        _, seq, t, owner, armed, ref, target, depth = record
        to = target.number
        return (
            Fire(seq=seq - 1, t=t, pid=owner.number, cause=armed, ref=ref, to=to),
            Deliver(seq=seq, t=t, pid=to, cause=seq - 1, depth=depth),
        )

    def slices(self, record: list[Any]) -> Events:
        """Return a preempt of each slice that ends, and a run of the one that begins in its place."""
        _, seq, first, count, members, ends, numbers, length = record
        events: list[AnyEvent] = []
        workers, everybody = len(ends), len(members)
        seq -= 2 * count - 1
        for nth in range(first, first + count):
            rounds, member = divmod(nth, everybody)
            turn, scheduler = divmod(nth, workers)
            pid, cause, left = members[member]
            follower, its_cause, _ = members[(nth + workers) % everybody]
            at = ends[scheduler] + turn * length
            events.append(Preempt(seq=seq, t=at, pid=pid, cause=cause, left=left - (rounds + 1) * length))
            events.append(Run(seq=seq + 1, t=at, pid=follower, cause=its_cause, scheduler=numbers[scheduler]))
            seq += 2
        return tuple(events)
