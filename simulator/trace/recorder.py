"""Recorders: they take what the kernel hands over and keep it, in memory or in a file.

The kernel hands over plain values (see :mod:`simulator.kernel.process.recording`); they become typed events
here, when someone reads them or when they are written.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from typing import Any, BinaryIO

import msgspec

from simulator.terms import Pid, inspect
from simulator.terms.places import place_of
from simulator.terms.shown import Shown
from simulator.trace.events import AnyEvent, Deliver, Event, Header, Receive, Send, Wait, kinds

_COMMON = 7  # kind, seq, t, pid, cause, code, instruction
_WRITE_AT = 20_000  # values held back before a file is written to: about 2,000 events


class EventReader:
    """Turns recorded values into events; knows where each process last waited, for the line of its receives."""

    def __init__(self, scenario_file: str) -> None:
        self._own = scenario_file
        self._next = 0
        self._places: dict[int, tuple[int | None, str | None]] = {}
        self._makers: dict[str, tuple[Callable[..., Any], tuple[str, ...], int]] = {}
        for tag, cls in kinds().items():
            names = tuple(name for name in cls.__struct_fields__ if name not in _SHARED)
            self._makers[tag] = (cls, names, _COMMON + len(names))
        # The records that only what happens most has: how many values each is, and what makes its events.
        self._brief: dict[str, tuple[int, Callable[..., tuple[AnyEvent, ...]]]] = {
            "sent": (10, self._sent),
            "took": (6, self._took),
            "waits": (8, self._waits),
        }

    def read(self, values: list[Any]) -> Iterator[AnyEvent]:
        """Yield the events that *values* hold."""
        position, end = 0, len(values)
        while position < end:
            brief = self._brief.get(values[position])
            if brief is not None:
                length, events = brief
                self._next = values[position + 1] + 1
                yield from events(*values[position + 1 : position + length])
                position += length
                continue
            kind, seq, t, pid, cause, code, instruction = values[position : position + _COMMON]
            line, file = self._place(code, instruction)
            if kind == "end":
                seq = self._next  # an interrupt may have come between the taking of a number and its event
            self._next = seq + 1
            make, names, length = self._makers[kind]
            fields = dict(zip(names, values[position + _COMMON : position + length], strict=True))
            position += length
            if "msg" in fields and fields["msg"] is not None:
                fields["msg"] = _text(fields["msg"])
            if kind == "wait":
                self._places[pid] = (line, file)
                fields["patterns"] = list(fields["patterns"])
            elif kind == "exit":
                self._places.pop(pid, None)
            yield make(seq=seq, t=t, pid=pid, cause=cause, line=line, file=file, **fields)

    def _sent(
        self, seq: int, t: int, sender: Pid, cause: int, code: Any, instruction: int, target: Pid, msg: Any, depth: int
    ) -> tuple[AnyEvent, ...]:
        """Return a send, and the deliver at once after it."""
        line, file = self._place(code, instruction)
        pid, to = sender.number, target.number
        return (
            Send(seq=seq - 1, t=t, pid=pid, cause=cause, line=line, file=file, to=to, msg=_text(msg)),
            Deliver(seq=seq, t=t, pid=to, cause=seq - 1, depth=depth),
        )

    def _took(self, seq: int, t: int, taker: Pid, delivered: int, depth: int) -> tuple[AnyEvent, ...]:
        """Return a receive at the beginning of a turn: it is where the process waited."""
        pid = taker.number
        line, file = self._places.get(pid, (None, None))
        return (Receive(seq=seq, t=t, pid=pid, cause=delivered, line=line, file=file, depth=depth),)

    def _waits(
        self, seq: int, t: int, waiter: Pid, cause: int, code: Any, instruction: int, until: int | None
    ) -> tuple[AnyEvent, ...]:
        """Return a wait for any message."""
        pid = waiter.number
        line, file = self._places[pid] = self._place(code, instruction)
        return (Wait(seq=seq, t=t, pid=pid, cause=cause, line=line, file=file, on="receive", until=until),)

    def _place(self, code: Any, instruction: int) -> tuple[int | None, str | None]:
        if code is None:
            return None, None
        file, line = place_of(code, instruction)
        return line, None if file == self._own else os.path.basename(file)


_SHARED = frozenset(Event.__struct_fields__)


def _text(term: Any) -> str:
    """Return a term as text; what the kernel had to render at once comes as text that says so."""
    return str(term) if term.__class__ is Shown else inspect(term)


class MemoryRecorder:
    """Keeps everything; the events are built when they are read."""

    def __init__(self, header: Header, scenario_file: str = "") -> None:
        self.seq = 0
        self.header = header
        self.scenario_file = scenario_file
        self.values: list[Any] = []
        self.extend = self.values.extend

    def flush(self) -> None:
        """Nothing to do: memory is where it stays."""

    def close(self) -> None:
        """Nothing to do."""


class FileRecorder:
    """Writes events to a file as the run goes on, so that memory stays flat."""

    def __init__(self, header: Header, scenario_file: str, file: BinaryIO) -> None:
        self.seq = 0
        self.header = header
        self._file = file
        self._reader = EventReader(scenario_file)
        self._encoder = msgspec.json.Encoder()
        self.values: list[Any] = []
        self.extend = self.values.extend
        file.write(self._encoder.encode(header) + b"\n")
        file.flush()  # a run that is killed before it has much to write leaves a trace, too

    def flush(self) -> None:
        """Write what is held back, if that is much."""
        if len(self.values) > _WRITE_AT:
            self._write()

    def _write(self) -> None:
        lines = self._encoder.encode_lines(list(self._reader.read(self.values)))
        try:
            self._file.write(lines)
        finally:  # an interrupt that comes here must not have them written twice
            self.values.clear()

    def close(self) -> None:
        """Write all that is held back."""
        self._write()
        self._file.flush()
