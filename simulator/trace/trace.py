"""A trace to read: a header, and its events as often as one asks for them."""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Iterable, Iterator
from typing import Any, BinaryIO

import msgspec

from simulator.terms.errors import SimulatorError
from simulator.terms.visible import printable
from simulator.trace.events import (
    FORMAT,
    VERSION,
    AnyEvent,
    End,
    Exit,
    Header,
    Register,
    Spawn,
    Unregister,
    Work,
    Worked,
)
from simulator.trace.recorder import MemoryRecorder
from simulator.trace.values import EventReader

_AT_ONCE = 200_000  # bytes that are read and decoded together: about 2,000 events

LATEST = 10**30
"""Nanoseconds: more than the age of the universe; a time beyond it is a mistake, and no picture has room for it."""


class TraceError(SimulatorError, ValueError):
    """A trace file that cannot be read: what is wrong with it, and in which line."""

    def __init__(self, message: str, path: str, line: int | None = None) -> None:
        where = path if line is None else f"{path}:{line}"
        super().__init__(f"{where}: {message}")
        self.path = path
        self.line = line


class Trace:
    """The events of one run, in their order; iterate as often as you like."""

    header: Header
    """What ran, with which settings."""

    def __iter__(self) -> Iterator[AnyEvent]:
        raise TypeError("an abstract trace has no events")

    @property
    def complete(self) -> bool:
        """Whether the trace reaches the end of its run."""
        last = None
        for last in self:  # noqa: B007
            pass
        return isinstance(last, End)


class MemoryTrace(Trace):
    """The trace of a run that was recorded in memory."""

    def __init__(self, recorder: MemoryRecorder) -> None:
        self._recorder = recorder
        self.header = recorder.header

    def __iter__(self) -> Iterator[AnyEvent]:
        return EventReader(self._recorder.scenario_file).read(self._recorder.values)

    def __len__(self) -> int:
        return self._recorder.seq

    def __reduce__(self) -> tuple[Any, ...]:
        file = io.BytesIO()
        self.write(file)
        return HeldTrace, (file.getvalue(), self.header.scenario.name)

    def write(self, file: BinaryIO) -> None:
        """Write the trace as JSON Lines."""
        encoder = msgspec.json.Encoder()
        for part in (self.header, *self):
            file.write(encoder.encode(part) + b"\n")


class FileTrace(Trace):
    """A trace in a file, read a line at a time and checked as it is read.

    Raises :class:`TraceError`, with the line, for what is no event. A last line that is incomplete
    (the run was killed while writing it) ends the events without an error; ``complete`` is false then.
    """

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self.path = os.fspath(path)
        with self._open() as file:
            self.header = self._read_header(file)

    def _open(self) -> BinaryIO:
        return open(self.path, "rb")

    def _read_header(self, file: BinaryIO) -> Header:
        line = file.readline(10_000_000)
        if not line.strip():
            raise TraceError("empty: not a trace", self.path, 1 if line else None)
        try:
            kind = msgspec.json.decode(line, type=_Kind)
        except (msgspec.DecodeError, UnicodeDecodeError):
            raise TraceError("not a trace: its first line is no header of one", self.path, 1) from None
        if kind.format != FORMAT:
            raise TraceError("not a trace: its first line is no header of one", self.path, 1)
        if kind.version > VERSION:
            raise TraceError(
                f"written by a newer simulator: its schema is version {kind.version}, this one reads up to {VERSION}",
                self.path,
                1,
            )
        try:
            return msgspec.json.decode(line, type=Header)
        except msgspec.DecodeError as wrong:
            raise TraceError(f"the header is broken: {printable(str(wrong))}", self.path, 1) from None

    def __iter__(self) -> Iterator[AnyEvent]:
        decode: Callable[[bytes], AnyEvent] = msgspec.json.Decoder(AnyEvent).decode
        expected, time = 0, 0
        with self._open() as file:
            file.readline()
            while lines := file.readlines(_AT_ONCE):
                for event in self._decoded(decode, lines, expected + 2):
                    if event.seq != expected or not time <= event.t <= LATEST or event.pid is None:
                        self._check(event, expected, time)
                    if event.cause is not None and not 0 <= event.cause < expected:
                        wrong = f"event {event.cause} as the cause of event {expected}, which an earlier one must be"
                        raise TraceError(wrong, self.path, expected + 2)
                    expected, time = expected + 1, event.t
                    yield event

    def _decoded(self, decode: Callable[[bytes], AnyEvent], lines: list[bytes], first: int) -> Iterable[AnyEvent]:
        """Return the events of lines, of which *first* is the number of the first; a last one may be cut off."""
        try:
            return [decode(line) for line in lines]
        except (msgspec.DecodeError, UnicodeDecodeError):
            return self._singly(decode, lines, first)

    def _singly(self, decode: Callable[[bytes], AnyEvent], lines: list[bytes], first: int) -> Iterator[AnyEvent]:
        for number, line in enumerate(lines, first):
            try:
                event = decode(line)
            except (msgspec.DecodeError, UnicodeDecodeError) as wrong:
                if not line.endswith(b"\n"):
                    return  # cut off in the middle of its last line
                raise TraceError(_problem(wrong), self.path, number) from None
            yield event

    def _check(self, event: AnyEvent, expected: int, time: int) -> None:
        """Raise :class:`TraceError` if this cannot be the next event."""
        number = expected + 2
        if event.seq != expected:
            raise TraceError(f"event {event.seq} where event {expected} should stand", self.path, number)
        if event.t < time:
            raise TraceError(f"time runs backwards, from {time} ns to {event.t} ns", self.path, number)
        if event.t > LATEST:
            raise TraceError(f"a time of {len(str(event.t))} digits is beyond any clock", self.path, number)
        if event.pid is None and event.__class__ in _OF_A_PROCESS:
            kind = event.__struct_config__.tag
            raise TraceError(f"not an event of this schema: {kind} of no process", self.path, number)

    @property
    def complete(self) -> bool:
        """Whether the trace reaches the end of its run."""
        with self._open() as file:
            file.seek(0, os.SEEK_END)
            file.seek(max(0, file.tell() - 1_000_000))
            last = file.read().rpartition(b"\n")[0].rpartition(b"\n")[2]
        try:
            return isinstance(msgspec.json.decode(last, type=AnyEvent), End)
        except (msgspec.DecodeError, UnicodeDecodeError):
            return False


_OF_A_PROCESS = frozenset({Spawn, Exit, Work, Worked, Register, Unregister})
"""What says nothing without its process; all else can be told of none."""


class HeldTrace(FileTrace):
    """A trace whose file is held in memory: one from standard input, or one that was pickled."""

    def __init__(self, raw: bytes, name: str) -> None:
        self._raw = raw
        super().__init__(name)

    def _open(self) -> BinaryIO:
        return io.BytesIO(self._raw)


class _Kind(msgspec.Struct):
    """What tells a trace from other files."""

    format: str
    version: int


def _problem(wrong: Exception) -> str:
    if isinstance(wrong, msgspec.ValidationError):
        return f"not an event of this schema: {printable(str(wrong))}"
    return f"not a line of JSON: {wrong}"


def read_trace(path: str | os.PathLike[str]) -> FileTrace:
    """Return the trace in a file; raises :class:`TraceError` if it is none, ``OSError`` if it cannot be opened."""
    return FileTrace(path)
