"""Recorders: they take what the kernel hands over and keep it, in memory or in a file.

The kernel hands over plain values (see :mod:`simulator.kernel.process.recording`); they become typed events
here, when someone reads them or when they are written.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from time import monotonic
from typing import Any, BinaryIO

import msgspec

from simulator.terms import Atom, Pid, Reference
from simulator.trace.events import (
    AnyEvent,
    Call,
    Deliver,
    Demonitor,
    Fire,
    Header,
    Monitor,
    Receive,
    Reply,
    Return,
    Send,
    Wait,
    kinds,
)
from simulator.trace.lines import Lines
from simulator.trace.values import Values, fields_of, readied, rendered

_WRITE_AT = 10_000  # values held back before a file is written to: 1,000 events, or 4,000 of those with brief records
_WRITE_AFTER = 0.5  # seconds, not of virtual time: what is held back for longer is written, however little it is


class EventReader(Values[tuple[AnyEvent, ...]]):
    """Turns recorded values into typed events."""

    nowhere = (None, None)

    def read(self, values: list[Any]) -> Iterator[AnyEvent]:
        """Yield the events that *values* hold."""
        for events in self.records(values):
            yield from events

    def placed(self, line: int, file: str | None) -> tuple[int, str | None]:
        """Return a place as an event has it."""
        return line, file

    def whole(self, kind: str) -> Callable[..., tuple[AnyEvent, ...]]:
        """Return what makes an event of this kind."""
        cls: Callable[..., Any] = kinds()[kind]
        names = fields_of(kind)
        ready = [(index, make) for index, name in enumerate(names) if (make := readied(kind, name)) is not None]

        def made(seq: int, t: int, pid: Any, cause: Any, place: tuple[Any, Any], *fields: Any) -> tuple[AnyEvent, ...]:
            given = list(fields)
            for index, make in ready:
                given[index] = make(given[index])
            own = dict(zip(names, given, strict=True))
            return (cls(seq=seq, t=t, pid=pid, cause=cause, line=place[0], file=place[1], **own),)

        return made

    def sent(
        self, seq: int, t: int, sender: Pid, cause: int, code: Any, instruction: int, target: Pid, msg: Any, depth: int
    ) -> tuple[AnyEvent, ...]:
        """Return a send, and the deliver at once after it."""
        line, file = self.at(code, instruction)
        pid, to = sender.number, target.number
        return (
            Send(seq=seq - 1, t=t, pid=pid, cause=cause, line=line, file=file, to=to, msg=rendered(msg)),
            Deliver(seq=seq, t=t, pid=to, cause=seq - 1, depth=depth),
        )

    def took(self, seq: int, t: int, taker: Pid, delivered: int, depth: int) -> tuple[AnyEvent, ...]:
        """Return a receive at the beginning of a turn: it is where the process waited."""
        pid = taker.number
        line, file = self.waits_at.get(pid, (None, None))
        return (Receive(seq=seq, t=t, pid=pid, cause=delivered, line=line, file=file, depth=depth),)

    def waits(
        self, seq: int, t: int, waiter: Pid, cause: int, code: Any, instruction: int, until: int | None
    ) -> tuple[AnyEvent, ...]:
        """Return a wait for any message."""
        pid = waiter.number
        line, file = self.waits_at[pid] = self.at(code, instruction)
        return (Wait(seq=seq, t=t, pid=pid, cause=cause, line=line, file=file, on="receive", until=until),)

    def asked(
        self, seq: int, t: int, asker: Pid, cause: int, code: Any, instruction: int, server: Pid, name: str | None,
        ref: Reference, tag: Atom, request: Any, until: int | None, depth: int,
    ) -> tuple[AnyEvent, ...]:  # fmt: skip
        """Return a monitor and a call, the send of its request, and the deliver at once after it."""
        line, file = self.at(code, instruction)
        pid, to = asker.number, server.number
        shared = {"t": t, "pid": pid, "line": line, "file": file, "to": to}
        return (
            Monitor(seq=seq - 3, cause=cause, ref=ref.number, **shared),
            Call(seq=seq - 2, cause=cause, name=name, ref=ref.number, request=rendered(request), until=until, **shared),
            Send(seq=seq - 1, cause=seq - 2, msg=rendered((tag, (asker, ref), request)), **shared),
            Deliver(seq=seq, t=t, pid=to, cause=seq - 1, depth=depth),
        )

    def answered(self, seq: int, t: int, asker: Pid, delivered: int, depth: int, ref: int) -> tuple[AnyEvent, ...]:
        """Return the receive of a reply, the return of its call, and the demonitor."""
        pid = asker.number
        line, file = self.waits_at.get(pid, (None, None))
        return (
            Receive(seq=seq - 2, t=t, pid=pid, cause=delivered, line=line, file=file, depth=depth),
            Return(seq=seq - 1, t=t, pid=pid, cause=seq - 2, ref=ref, how="replied"),
            Demonitor(seq=seq, t=t, pid=pid, cause=seq - 1, ref=ref, flush=True),
        )

    def responded(
        self, seq: int, t: int, server: Pid, cause: int, code: Any, instruction: int, asker: Pid, ref: Reference,
        value: Any, depth: int,
    ) -> tuple[AnyEvent, ...]:  # fmt: skip
        """Return a reply, its send, and the deliver at once after it."""
        line, file = self.at(code, instruction)
        to = asker.number
        shared = {"t": t, "pid": server.number, "line": line, "file": file, "to": to}
        return (
            Reply(seq=seq - 2, cause=cause, ref=ref.number, reply=rendered(value), **shared),
            Send(seq=seq - 1, cause=seq - 2, msg=rendered((ref, value)), **shared),
            Deliver(seq=seq, t=t, pid=to, cause=seq - 1, depth=depth),
        )

    def fired(
        self, seq: int, t: int, owner: Pid, armed: int, ref: int, target: Pid, depth: int
    ) -> tuple[AnyEvent, ...]:
        """Return the fire of a timer, and the deliver at once after it."""
        to = target.number
        return (
            Fire(seq=seq - 1, t=t, pid=owner.number, cause=armed, ref=ref, to=to),
            Deliver(seq=seq, t=t, pid=to, cause=seq - 1, depth=depth),
        )


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
        self._lines = Lines(scenario_file)
        self._due = monotonic() + _WRITE_AFTER
        self.values: list[Any] = []
        self.extend = self.values.extend
        file.write(msgspec.json.encode(header) + b"\n")
        file.flush()  # a run that is killed before it has much to write leaves a trace, too

    def flush(self) -> None:
        """Write what is held back, if that is much."""
        if len(self.values) > _WRITE_AT or monotonic() > self._due:
            self._write()

    def _write(self) -> None:
        lines = "".join(self._lines.records(self.values)).encode()
        try:
            self._file.write(lines)
        finally:  # an interrupt that comes here must not have them written twice
            self.values.clear()
        self._file.flush()
        self._due = monotonic() + _WRITE_AFTER

    def close(self) -> None:
        """Write all that is held back."""
        self._write()
