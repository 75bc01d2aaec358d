"""Limits: what never ends is stopped, and told who is at fault.

All of it is counted, so that a run is stopped at the same place on every machine.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from simulator.kernel.process.state import State
from simulator.kernel.words.errors import MailboxFlood, StalledClock, TooManyProcesses
from simulator.kernel.words.places import calling_line, position
from simulator.terms.durations import duration_text
from simulator.terms.places import place_of

EVENT_LIMIT: Final = 10_000_000
"""Turns of processes after which a run without an end is stopped."""
INSTANT_LIMIT: Final = 5_000_000
"""Turns of processes without the clock moving after which it is taken to stand still."""
MAILBOX_LIMIT: Final = 2_000_000
"""Messages in one mailbox after which it is taken to be flooded."""
PROCESS_LIMIT: Final = 1_200_000
"""Processes alive at once after which spawning is taken to have no end: about a gigabyte of them."""

_WATCHED: Final = 1_000  # turns for which those are watched that make the clock stand still


class LimitReached(Exception):
    """The run was stopped because it had gone on for as many turns as it may."""


class Limits:
    """The limits of one run."""

    __slots__ = ("_spin", "instant", "kernel", "mailbox", "processes", "spun", "turns")

    def __init__(self, kernel: Any, turns: int, instant: int, mailbox: int, processes: int) -> None:
        self.kernel = kernel
        self.turns = turns
        """How many turns a run may have."""
        self.instant = instant
        """How many of them at one instant."""
        self.mailbox = mailbox
        """How many messages may wait in one mailbox."""
        self.processes = processes
        """How many processes may be alive at once."""
        self._spin = min(instant, turns)
        self.spun = 0
        """Reductions used by preempted processes at this instant, counted as turns."""

    def left(self, turns: int) -> int:
        """Return how many turns there may be at an instant that begins after so many."""
        return max(1, min(self.instant, self.turns + 1 - turns))

    def count(self, process: State, reductions: int) -> None:
        """Count a whole turn's reductions of a process that did not block."""
        self.spun += reductions
        if self.spun > self._spin:
            raise self._stall_of([process])

    def stalled(self, take: Callable[[Any, int], int]) -> None:
        """Watch who goes on and on, and say so; *take* lets them have so many turns."""
        kernel, ready = self.kernel, self.kernel._ready
        seen: dict[State, int] = {}
        for _ in range(_WATCHED):
            if not ready and (kernel.peek() != kernel._now or not kernel._advance(None)):  # but for timers of no delay
                break
            entry = ready[0]
            if isinstance(entry, State):
                seen[entry] = seen.get(entry, 0) + 1
            take(ready, 1)
        going = [process for process in seen if process._generator is not None]
        going = going or [entry for entry in ready if isinstance(entry, State)]  # each spawns the next
        guilty = sorted(going, key=lambda process: (-seen.get(process, 0), process.pid.number))
        raise self._stall_of(guilty[:4])

    def _stall_of(self, guilty: list[Any]) -> StalledClock:
        names = ", ".join(f"{process.pid} ({process.function}){at_line(process)}" for process in guilty)
        known = [place_of(*place) for process in guilty if (place := position(process))[0] is not None]
        return StalledClock(
            f"virtual time stands still at {duration_text(self.kernel._now)}: "
            f"{names or 'SimPy events'} would go on for ever",
            *(known[0] if known else ("", 0)),
        )

    def check_flood(self, process: Any, depth: int) -> None:
        """Stop a run in which one mailbox holds more than it may."""
        recorder = self.kernel._recorder
        if recorder is not None:
            recorder.flush()
        if depth <= self.mailbox:
            return
        sender = self.kernel._active_proc
        file, line = calling_line(sender, 1) if isinstance(sender, State) else ("", 0)
        raise MailboxFlood(
            f"the mailbox of {process.pid} ({process.name}) is flooded: {depth:,} messages wait in it", file, line
        )

    def check_room(self, count: int) -> None:
        """Raise where so many more processes are more than the run allows."""
        if self.kernel.alive + count > self.processes:
            active = self.kernel._active_proc
            raise self.too_many(active if isinstance(active, State) else None)

    def too_many(self, parent: State | None) -> TooManyProcesses:
        """Return the error for one process more than the run allows."""
        return TooManyProcesses(
            f"{self.kernel.alive:,} processes are alive, and {'the run' if parent is None else parent.pid} spawns "
            "one more (the setting process_limit allows more)",
            *calling_line(parent, 3),
        )


def at_line(process: State) -> str:
    """Return at which line of the scenario a process is; nothing where it is in a library's loop."""
    place = position(process)
    return "" if place[0] is None else f" at line {place_of(*place)[1]}"
