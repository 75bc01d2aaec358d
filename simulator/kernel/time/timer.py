"""A timer: a message on its way to a later time, until it fires or is cancelled."""

from __future__ import annotations

from heapq import heappush
from typing import Any

from simpy.events import NORMAL

from simulator.terms import Pid, Reference


class Timer:
    """A timer while it is armed; one that was cancelled leaves its entry on the heap behind, inactive."""

    __slots__ = ("active", "armed", "at", "dest", "kernel", "message", "owner", "ref")

    def __init__(self, kernel: Any, owner: Pid, ref: Reference, dest: Any, message: Any, at: int) -> None:
        self.kernel = kernel
        self.owner = owner
        self.ref = ref
        self.dest = dest
        self.message = message
        self.at = at
        self.active = True
        self.armed = 0  # the event that armed it

    def fire(self) -> None:
        """Send the message, if the timer is still armed."""
        if not self.active:
            return
        self.active = False
        kernel, dest, number = self.kernel, self.dest, self.ref.number
        del kernel.timers[number]
        if dest.__class__ is Pid:
            target = dest._process
            if target is not None:
                del target._relations.timers[number]
        else:
            target = kernel.node.names.get(dest)
        if target is not None:
            target._ring(self)
            return
        tag = 0
        if kernel._recorder is not None:
            to = dest.number if dest.__class__ is Pid else None
            tag = kernel._record_for(self.owner, "fire", self.armed, number, to)
        kernel._drop(dest, tag)

    def cancel(self) -> int:
        """Disarm the timer and return the nanoseconds that were left."""
        self.active = False
        number = self.ref.number
        del self.kernel.timers[number]
        if self.dest.__class__ is Pid:
            target = self.dest._process
            if target is not None and target._relations is not None:
                target._relations.timers.pop(number, None)
        self.kernel._gone_stale()
        return int(self.at - self.kernel._now)

    def die(self, cause: int) -> None:
        """Disarm the timer because its receiver has died, if it has not fired while that was going on."""
        if not self.active:
            return
        left = self.cancel()
        self.kernel._record_for(self.owner, "cancel", cause, self.ref.number, left)


class Timers(dict[int, Timer]):
    """The timers of a run that are armed, by the numbers of their references."""

    __slots__ = ("clock",)

    def __init__(self, clock: Any) -> None:
        self.clock = clock

    def arm(self, timer: Timer) -> None:
        """Let a timer fire when its time has come."""
        self[timer.ref.number] = timer
        heappush(self.clock._queue, (timer.at, NORMAL, next(self.clock._eid), timer))
