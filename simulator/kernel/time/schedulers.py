"""Schedulers: who may work when there are fewer of them than processes with work to do.

Only ``work`` needs a scheduler; all other code costs no time. With N schedulers at most N processes
work at an instant. One that has worked for a time slice while another waits goes to the end of the
queue. While nobody waits no slice ends, so that an hour of work alone is one event.
Source of the semantics: the run queue of the BEAM, which preempts a process after 4,000 reductions.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simulator.kernel.kernel import Kernel
    from simulator.kernel.process.messages import Messaging


class _Slice:
    """A process on a scheduler: since when, and how much work it had left then."""

    __slots__ = ("left", "number", "since")

    def __init__(self, number: int, since: int, left: int) -> None:
        self.number = number
        self.since = since
        self.left = left


class Schedulers:
    """The schedulers of a run; *count* None means as many as there are processes."""

    def __init__(self, kernel: Kernel, count: int | None, time_slice: int) -> None:
        self._kernel = kernel
        self._free = None if count is None else list(range(count, 0, -1))
        self._time_slice = time_slice
        self._running: dict[Messaging, _Slice] = {}
        self._queue: deque[tuple[Messaging, int]] = deque()

    def request(self, process: Messaging, duration: int) -> None:
        """Let *process* work for *duration* nanoseconds, now or when a scheduler is free."""
        process._wait_seq = self._kernel._record("work", process, process._cause, duration)
        self._queue.append((process, duration))
        self._assign()
        if self._queue:
            self._cut_slices()

    def on_slice_end(self, process: Messaging) -> bool:
        """Account for the slice that ended now; return whether the work is done."""
        kernel = self._kernel
        slice_ = self._running[process]
        left = slice_.left - (kernel._now - slice_.since)
        if left <= 0:
            self._vacate(process)
            process._resumed("worked")
            self._assign()
            return True
        if self._queue:
            kernel._record("preempt", process, process._cause, left)
            self._vacate(process)
            self._queue.append((process, left))
            self._assign()
        else:
            slice_.left, slice_.since = left, kernel._now
            kernel._set_deadline(process, kernel._now + left)
        return False

    def release(self, process: Messaging) -> None:
        """Take a process that died off its scheduler, or out of the queue."""
        if process in self._running:
            self._vacate(process)
            self._assign()
        else:
            self._queue = deque(entry for entry in self._queue if entry[0] is not process)

    def _vacate(self, process: Messaging) -> None:
        number = self._running.pop(process).number
        if self._free is not None:
            self._free.append(number)
            self._free.sort(reverse=True)  # the lowest number is given out first

    def _assign(self) -> None:
        """Give the free schedulers to those who wait, first come first served."""
        kernel = self._kernel
        while self._queue and (self._free is None or self._free):
            process, left = self._queue.popleft()
            number = 0 if self._free is None else self._free.pop()
            self._running[process] = _Slice(number, kernel._now, left)
            kernel._record("run", process, process._cause, number)
            kernel._set_deadline(process, kernel._now + (min(left, self._time_slice) if self._queue else left))

    def _cut_slices(self) -> None:
        """Somebody waits now: let each running slice end at its next boundary."""
        now, length = self._kernel._now, self._time_slice
        for process, slice_ in self._running.items():
            boundary = slice_.since + (now - slice_.since) // length * length + length
            if process._deadline is not None and boundary < process._deadline:
                self._kernel._set_deadline(process, boundary)
