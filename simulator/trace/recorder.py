"""Recorders: they take what the kernel hands over and keep it, in memory or in a file.

The kernel hands over plain values (see :mod:`simulator.kernel.recording`); they become typed events
here, when someone reads them or when they are written.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from typing import Any, BinaryIO

import msgspec

from simulator.terms import inspect
from simulator.terms.places import place_of
from simulator.terms.shown import Shown
from simulator.trace.events import AnyEvent, Deliver, Event, Header, Receive, Send, kinds

_COMMON = 7  # kind, seq, t, pid, cause, code, instruction
_SENT = 10  # the values of a `sent`: a send and its deliver in one
_WRITE_AT = 20_000  # values held back before a file is written to: about 2,000 events


class EventReader:
    """Turns recorded values into events; knows where each process last waited, for the line of its receives."""

    def __init__(self, scenario_file: str) -> None:
        self._own = scenario_file
        self._next = 0
        self._waits: dict[int, tuple[int | None, str | None]] = {}
        self._makers: dict[str, tuple[Callable[..., Any], tuple[str, ...], int]] = {}
        for tag, cls in kinds().items():
            names = tuple(name for name in cls.__struct_fields__ if name not in _SHARED)
            self._makers[tag] = (cls, names, _COMMON + len(names))

    def read(self, values: list[Any]) -> Iterator[AnyEvent]:
        """Yield the events that *values* hold."""
        position, end = 0, len(values)
        while position < end:
            kind, seq, t, pid, cause, code, instruction = values[position : position + _COMMON]
            line, file = self._place(code, instruction)
            if kind == "sent":
                to, msg, depth = values[position + _COMMON : position + _SENT]
                yield Send(seq=seq, t=t, pid=pid, cause=cause, line=line, file=file, to=to, msg=_text(msg))
                yield Deliver(seq=seq + 1, t=t, pid=to, cause=seq, depth=depth)
                position += _SENT
                self._next = seq + 2
                continue
            if kind == "end":
                seq = self._next  # an interrupt may have come between the taking of a number and its event
            self._next = seq + 1
            make, names, length = self._makers[kind]
            fields = dict(zip(names, values[position + _COMMON : position + length], strict=True))
            position += length
            if "msg" in fields and fields["msg"] is not None:
                fields["msg"] = _text(fields["msg"])
            if kind == "wait":
                self._waits[pid] = (line, file)
                fields["patterns"] = list(fields["patterns"])
            elif make is Receive and line is None:
                line, file = self._waits.get(pid, (None, None))
            elif kind == "exit":
                self._waits.pop(pid, None)
            yield make(seq=seq, t=t, pid=pid, cause=cause, line=line, file=file, **fields)

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
