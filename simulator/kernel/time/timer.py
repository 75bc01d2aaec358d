"""A timer: a message on its way to a later time, until it fires or is cancelled.

Where much is on the heap already, all timers of an instant have one entry there: to push and to pop a million entries
takes longer than everything else that a million timers do.
"""

from __future__ import annotations

from collections import deque
from heapq import heappush
from typing import Any, Final

from simpy.events import NORMAL

from simulator.terms import Pid, Reference

MANY: Final = 1_000
"""So many entries on the heap from which on timers of one instant share theirs."""


class Timer:
    """A timer while it is armed; one that was cancelled leaves its entry on the heap behind, inactive."""

    __slots__ = ("active", "armed", "at", "dest", "eid", "kernel", "message", "owner", "ref")

    eid: int
    """Its place among all that happens, where it shares its entry on the heap."""

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

    __slots__ = ("clock", "instants", "together")

    def __init__(self, clock: Any) -> None:
        self.clock = clock
        self.instants: dict[int, Instant] = {}
        """The entries that timers share, by their time."""
        self.together = 0
        """How many timers stand in those."""

    def arm(self, timer: Timer) -> None:
        """Let a timer fire when its time has come."""
        self[timer.ref.number] = timer
        queue = self.clock._queue
        if len(queue) < MANY:
            heappush(queue, (timer.at, NORMAL, next(self.clock._eid), timer))
        else:
            self.join(timer)

    def join(self, timer: Timer) -> None:
        """Let a timer share the entry of its instant."""
        timer.eid = next(self.clock._eid)
        at = timer.at
        instant = self.instants.get(at)
        if instant is None:
            instant = self.instants[at] = Instant(self, at)
            heappush(self.clock._queue, (at, NORMAL, timer.eid, instant))
        instant.waiting.append(timer)
        self.together += 1


class Instant:
    """On the heap: timers of one instant, in the order in which they were armed.

    It stands where the first of them would.
    """

    __slots__ = ("at", "timers", "waiting")

    def __init__(self, timers: Timers, at: int) -> None:
        self.timers = timers
        self.at = at
        self.waiting: deque[Timer] = deque()

    def fire(self) -> None:
        """Fire those that come before anything else of this instant; for the others it goes back to their place."""
        waiting, timers, at = self.waiting, self.timers, self.at
        queue = timers.clock._queue
        other = queue[0] if queue and queue[0][0] == at else None
        before = len(waiting)
        while waiting:
            timer = waiting[0]
            if not timer.active:
                waiting.popleft()
                timers.clock._stale = max(0, timers.clock._stale - 1)
                continue
            if other is not None and other < (at, NORMAL, timer.eid):
                heappush(queue, (at, NORMAL, timer.eid, self))
                break
            waiting.popleft()
            timer.fire()
        else:
            del timers.instants[at]
        timers.together -= before - len(waiting)

    def is_live(self) -> bool:
        """Return whether one of them is still armed; those before it that are not are forgotten."""
        waiting = self.waiting
        while waiting:
            if waiting[0].active:
                return True
            waiting.popleft()
            self.timers.together -= 1
            self.timers.clock._stale = max(0, self.timers.clock._stale - 1)
        return False

    def prune(self) -> bool:
        """Forget all that are not armed any more; return whether any are."""
        before = len(self.waiting)
        self.waiting = deque([timer for timer in self.waiting if timer.active])
        self.timers.together -= before - len(self.waiting)
        if not self.waiting:
            del self.timers.instants[self.at]
        return bool(self.waiting)
