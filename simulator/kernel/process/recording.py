"""The kernel's side of the trace: what it hands to a recorder.

An event is a run of values: ``kind, seq, t, pid, cause, code, instruction, *fields``. The kernel hands
them to ``recorder.extend``, which is a list's own: the values of all events stand one behind the
other. A tuple kept for each event would cost the garbage collector more than everything else that
tracing does (7 against 3 microseconds a message). The trace room turns them into typed events when
they are read. A place in the code is kept as code object and instruction offset, because a frame's
line number costs 180 ns and those two 60 ns.

What happens most has records of its own, without the values that are always the same there, and with
the Pid where others have its number. They are added to ``recorder.values``, which is that list:

- ``sent, seq, t, pid, cause, code, instruction, to, msg, depth``: a ``send`` and the ``deliver`` that
  follows it at once; *seq* is the deliver's number, the send has the one before;
- ``took, seq, t, pid, cause, depth``: a ``receive`` that begins a turn;
- ``waits, seq, t, pid, cause, code, instruction, until``: a ``wait`` for any message; ``selects`` has the patterns
  besides, for one that matches them;
- ``slices, seq, first, count, members, ends, numbers, length``: a ``preempt`` and a ``run`` for each of *count*
  slices, beginning with number *first* of those that :class:`~simulator.kernel.time.schedulers.Schedulers`
  reckoned at once; *seq* is the last event's.

What each of them has, all those of calls, timers, spawns and ends among them, is said by the methods of
:class:`simulator.trace.values.EventReader` that have their names.
"""

from __future__ import annotations

from typing import Any, Protocol


class Recorder(Protocol):
    """What the kernel needs of a recorder."""

    seq: int
    """Number of the next event."""

    values: list[Any]
    """What was handed over and not yet read or written: the same list for as long as the recorder lives."""

    def extend(self, event: tuple[Any, ...], /) -> None:
        """Take the values of one event: the method of *values*."""

    def flush(self) -> None:
        """Called now and then: a recorder that streams writes what it holds."""
