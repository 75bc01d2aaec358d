"""Recorders: they take what the kernel hands over and keep it, in memory or in a file.

The kernel hands over plain values (see :mod:`simulator.kernel.process.recording`); they become typed events
(:mod:`simulator.trace.values`) when someone reads them or when they are written.
"""

from __future__ import annotations

from time import monotonic
from typing import Any, BinaryIO

import msgspec

from simulator.trace.events import Header
from simulator.trace.values import EventReader

_WRITE_AT = 2_000  # events held back before a file is written to
_WRITE_AFTER = 0.5  # seconds, not of virtual time: what is held back for longer is written, however little it is


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
        self._due = monotonic() + _WRITE_AFTER
        self._written = 0  # events
        self.values: list[Any] = []
        self.extend = self.values.extend
        file.write(msgspec.json.encode(header) + b"\n")
        file.flush()  # a run that is killed before it has much to write leaves a trace, too

    def flush(self) -> None:
        """Write what is held back, if that is much."""
        if self.seq - self._written > _WRITE_AT or monotonic() > self._due:
            self._write()

    def _write(self) -> None:
        lines = self._encoder.encode_lines(self._reader.all(self.values))
        try:
            self._file.write(lines)
        finally:  # an interrupt that comes here must not have them written twice
            self.values.clear()
            self._written = self.seq
        self._file.flush()
        self._due = monotonic() + _WRITE_AFTER

    def close(self) -> None:
        """Write all that is held back."""
        self._write()
