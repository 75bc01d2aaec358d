"""One process while the pass over a trace goes on: what it is doing, and what is in its mailbox."""

from __future__ import annotations

from typing import Final

from simulator.trace.stats.records import ProcessFigures, SchedulerFigures

_TIMES: Final = {
    "receive": "waiting_ns",
    "hibernate": "waiting_ns",
    "sleep": "sleeping_ns",
    "call": "calling_ns",
    "event": "event_ns",
    "queue": "queued_ns",
    "work": "working_ns",
}
"""Where the time goes that a process spends in a state; the empty state is running code, which takes none."""


class Life:
    """Adds to the figures of a process as its events come."""

    __slots__ = (
        "_area",
        "_callback",
        "_changed",
        "_depth",
        "_downs",
        "_queue",
        "_queueing",
        "_state",
        "figures",
        "scheduler",
        "since",
    )

    def __init__(self, figures: ProcessFigures) -> None:
        self.figures = figures
        self.since = figures.start_ns
        """When it came into the state it is in, in nanoseconds."""
        self.scheduler: SchedulerFigures | None = None
        """The scheduler it is on."""
        self._state = ""
        self._callback: int | None = None  # when it entered the callback it is in
        self._depth = self._area = 0  # of its mailbox: messages now, and messages times nanoseconds until _changed
        self._changed = figures.start_ns
        self._queue: dict[int, int] | None = None  # when each message in its mailbox came, by seq of its deliver
        self._downs: dict[int, int] | None = None  # seq of the deliver of DOWN messages in it, by their reference
        self._queueing = 0  # nanoseconds that all messages it received were in its mailbox

    def enter(self, state: str, t: int) -> None:
        """It begins to wait for, or do, something else."""
        if self._state and t > self.since:
            times = _TIMES[self._state]
            setattr(self.figures, times, getattr(self.figures, times) + t - self.since)
        self._state, self.since = state, t

    def enter_callback(self, t: int) -> None:
        """It enters a callback; one that it was still in has raised."""
        self.leave_callback(t)
        self._callback = t
        self.figures.callbacks += 1

    def leave_callback(self, t: int) -> None:
        """It leaves the callback it is in."""
        if self._callback is not None:
            self.figures.busy_ns += t - self._callback
            self._callback = None

    def deliver(self, seq: int, t: int, depth: int, monitor: int | None) -> None:
        """A message came; *monitor* is the reference of the monitor whose DOWN message it is."""
        figures = self.figures
        figures.messages_in += 1
        self._resize(depth, t)
        if depth > figures.mailbox_max:
            figures.mailbox_max, figures.mailbox_max_at_ns = depth, t
        if self._queue is None:
            self._queue = {}
        self._queue[seq] = t
        if monitor is not None:
            self._downs = self._downs or {}
            self._downs[monitor] = seq

    def receive(self, delivered: int | None, t: int, depth: int) -> None:
        """It took a message out of its mailbox."""
        self._resize(depth, t)
        came = self._queue.pop(delivered, None) if self._queue and delivered is not None else None
        if came is None:
            return
        self.figures.received += 1
        self._queueing += t - came
        self.figures.queueing_max_ns = max(self.figures.queueing_max_ns, t - came)
        if self._downs:
            self._downs = {ref: seq for ref, seq in self._downs.items() if seq != delivered}

    def flush(self, monitor: int, t: int) -> None:
        """A DOWN message of this monitor, if it is in the mailbox, is thrown away."""
        seq = self._downs.pop(monitor, None) if self._downs else None
        if seq is not None and self._queue is not None and self._queue.pop(seq, None) is not None:
            self._resize(self._depth - 1, t)

    def close(self, t: int) -> None:
        """It ended, or the run did."""
        self.enter("", t)
        self.leave_callback(t)
        self._resize(0, t)
        figures = self.figures
        figures.life_ns = t - figures.start_ns
        figures.mailbox_mean = self._area / figures.life_ns if figures.life_ns else 0.0
        figures.queueing_mean_ns = self._queueing / figures.received if figures.received else 0.0

    def _resize(self, depth: int, t: int) -> None:
        self._area += self._depth * (t - self._changed)
        self._depth, self._changed = depth, t
