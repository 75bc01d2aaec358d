"""The clock: virtual time in whole nanoseconds, and one total order of everything that happens.

It is a :class:`simpy.Environment`. Only what lies in the future goes on SimPy's heap. What happens at
the present instant waits in a FIFO, which is emptied before time moves: the order is the one that
SimPy's heap would have given (events of one instant in the order of their making), without its cost.

Principles:

1. Time is an integer. Nothing reads the wall clock.
2. Ties are broken by the order of making, unless a policy is given that chooses otherwise.
3. All timers of an instant fire, in the order in which they were armed, before any process runs. One that is armed
   at the instant itself fires when that is drained.
4. What was cancelled neither keeps the run alive nor moves the clock.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Container, Sequence
from heapq import heapify, heappop, heappush
from typing import Any

import simpy
from simpy.core import Infinity, StopSimulation
from simpy.events import NORMAL, URGENT, Event, Timeout

from simulator.kernel.time.entries import Later
from simulator.kernel.time.timer import Instant, Timer, Timers
from simulator.kernel.words.errors import ScenarioError
from simulator.kernel.words.places import caller
from simulator.terms.durations import nanoseconds

_WORTH_PRUNING = 1_000  # stale entries on the heap: fewer are left to be skipped

Policy = Callable[[Sequence[Any]], int]
"""Chooses which of the entries that could go on at this instant does: its position among them."""


class Clock(simpy.Environment):
    """Virtual time and the run queue."""

    # What every turn asks for; the rest is in the dict that SimPy's environment has, where a look-up takes longer.
    __slots__ = ("_active_proc", "_now", "_policy", "_queue", "_ready", "_stale", "_urgent", "process_class")

    _now: int
    _queue: list[tuple[int, int, int, Any]]  # type: ignore[assignment]
    timers: Timers
    """The timers that are armed."""

    def __init__(self, policy: Policy | None, process_class: type[Any]) -> None:
        super().__init__(0)
        self.process_class = process_class
        """The class of this run's processes: one for each way of running."""
        self._ready: deque[Any] = deque()
        self._urgent = 0  # so many SimPy events at the head of the run queue go before all others
        self._stale = 0
        self._policy = policy
        self._held: Later | None = None
        self._horizon: int | float = 0  # what is to happen before this time will, with nothing from outside between

    # -- SimPy's interface --------------------------------------------------------------------

    def timeout(self, delay: int | float | str = 0, value: Any = None) -> Timeout:
        """Return SimPy's event for after *delay*: a number of nanoseconds, as its clock counts, or ``"1.5s"``."""
        return Timeout(self, nanoseconds(delay) if isinstance(delay, str) else delay, value)

    def schedule(self, event: Event, priority: int = NORMAL, delay: int | float = 0) -> None:
        """Schedule a SimPy event after *delay* nanoseconds; raises ``ScenarioError`` if that is no whole number."""
        if delay.__class__ is not int:
            if delay != int(delay):
                frame = caller(1, beyond_simpy=True)
                problem = f"SimPy's clock counts whole nanoseconds, not {delay!r}: env.delay('1.5ms') takes other units"
                raise ScenarioError(problem, frame.f_code.co_filename, frame.f_lineno)
            delay = int(delay)
        if delay:
            heappush(self._queue, (self._now + delay, priority, next(self._eid), event))
        elif priority == NORMAL:
            self._ready.append(event)
        elif priority == URGENT:
            self._ready.insert(self._urgent, event)
            self._urgent += 1
        else:
            self._ready.appendleft(event)
            self._urgent += 1

    def peek(self) -> int | float:
        """Return the time of the next thing that will happen; infinity if there is none."""
        if self._ready:
            return self._now
        at = self._next_time()
        return Infinity if at is None else at

    def _happen(self, entry: Any) -> None:
        """Let a SimPy event happen, or an entry of no delay."""
        self._active_proc = None
        if isinstance(entry, Event):
            self._fire_event(entry)
        else:
            entry.fire()

    def _fire_event(self, event: Event) -> None:
        """Do what ``simpy.Environment.step`` does for an event."""
        if self._urgent:
            self._urgent -= 1
        callbacks, event.callbacks = event.callbacks, None  # type: ignore[assignment]
        done = 0
        try:
            for callback in callbacks:
                done += 1
                callback(event)
        except StopSimulation:
            event.callbacks = callbacks[done:]
            self.schedule(event, -1)
            raise
        if not event._ok and not hasattr(event, "_defused"):
            failure = event._value
            assert isinstance(failure, BaseException)
            raise failure

    def _hold(self, action: Callable[[], None], about: Any = None) -> None:
        """Let *action* happen when the turn that is being taken is over, or before the next one that is held.

        *about* is the pid of who is dead already, if it is: who sends it an exit signal holds back nothing longer.

        The BEAM holds back a monitor signal like this, in one place for all: it may be withdrawn again.
        """
        if self._held is not None:
            held, self._held.action, self._held.about = self._held.action, action, about
            held()
        else:
            self._held = Later(self, action, about)
            self._ready.appendleft(self._held)

    def _release(self) -> None:
        """Let what is held back happen now: whoever gives up its turn goes into the run queue behind that."""
        held = self._held
        if held is not None:
            self._held = None
            self._ready.remove(held)  # it is the first
            held.action()

    # -- time ---------------------------------------------------------------------------------

    def _arm(self, entry: Any, delay: int) -> None:
        """Put an entry on the heap; one of no delay goes to the end of the run queue."""
        if delay:
            heappush(self._queue, (self._now + delay, NORMAL, next(self._eid), entry))
        else:
            self._ready.append(entry)

    def _set_deadline(self, process: Any, at: int) -> None:
        """Let *process* be woken at this time.

        A process has one entry on the heap at most that matters: the one at its ``_wake_time``. A later
        deadline does not need another: when the entry comes up too early it is moved (a call that is
        answered leaves nothing behind to clean away). An earlier one does, and the old entry is stale.
        """
        process._deadline = at
        eid = process._deadline_eid = next(self._eid)
        wake = process._wake_time
        if wake is None or wake > at:
            process._wake_time = at
            heappush(self._queue, (at, NORMAL, eid, process))
            if wake is not None:
                self._gone_stale()

    def _take_deadlines(self, processes: Container[Any]) -> int | float:
        """Take the deadlines of these off the heap that come before anything else; return when what is left is due.

        That is not beyond the time until which the clock runs. :meth:`_put_deadline` puts them back.
        """
        while self._next_time() is not None and (entry := self._queue[0][3]) in processes:
            heappop(self._queue)
            entry._wake_time = None
        at = self._next_time()
        return self._horizon if at is None else min(at, self._horizon)

    def _put_deadline(self, process: Any, at: int, eid: int) -> None:
        """Let *process* be woken at this time, in the place among others that *eid* gives it."""
        if process._deadline == at and process._deadline_eid == eid and process._wake_time is not None:
            return  # it was not taken
        process._deadline, process._deadline_eid = at, eid
        wake = process._wake_time
        if wake is None or wake > at:
            process._wake_time = at
            heappush(self._queue, (at, NORMAL, eid, process))
            if wake is not None:
                self._gone_stale()

    def _next_time(self) -> int | None:
        """Return when the heap's first live entry is due, after removing the dead ones before it."""
        queue, process_class = self._queue, self.process_class
        while queue:
            at, _, eid, entry = queue[0]
            cls = entry.__class__
            if cls is process_class:
                if entry._deadline_eid == eid and entry._deadline is not None:
                    return at
                heappop(queue)
                if entry._wake_time != at:
                    self._stale = max(0, self._stale - 1)
                elif entry._deadline is None:
                    entry._wake_time = None
                else:
                    entry._wake_time = entry._deadline
                    heappush(queue, (entry._deadline, NORMAL, entry._deadline_eid, entry))
            elif cls is Timer and not entry.active:
                heappop(queue)
                self._stale = max(0, self._stale - 1)
            elif cls is Instant and not entry.is_live():
                heappop(queue)
                del self.timers.instants[at]
            else:
                return at
        return None

    def _advance(self, until: int | None) -> bool:
        """Move the clock to the next instant and fire its timers; return False if there is none before *until*.

        An instant that gives nobody a turn is not the next: the clock goes on.
        """
        queue, ready, process_class = self._queue, self._ready, self.process_class
        now = -1  # the instant that is being emptied
        while queue:
            at, _, eid, entry = queue[0]
            if ready and at != now:
                return True
            cls = type(entry)
            if cls is process_class:
                stale = entry._deadline_eid != eid or entry._deadline is None
            elif cls is Instant:
                stale = not entry.is_live()
            else:
                stale = cls is Timer and not entry.active
            if stale:
                self._next_time()  # removes it, and those behind it that are stale, too
                continue
            if at != now:
                if until is not None and at > until:
                    return False
                self._now = now = at
            heappop(queue)
            if cls is process_class:
                entry._wake_time = entry._deadline = None
                entry._expire()
            elif cls is Timer or not isinstance(entry, Event):
                entry.fire()
            else:
                ready.append(entry)
        return bool(ready)

    def _gone_stale(self) -> None:
        """Note that an entry on the heap is dead; throw such entries out once they are many."""
        self._stale += 1
        if self._stale > _WORTH_PRUNING and self._stale * 2 > len(self._queue) + self.timers.together:
            self._queue[:] = [entry for entry in self._queue if self._live(entry)]
            heapify(self._queue)
            self._stale = 0

    def _live(self, entry: tuple[int, int, int, Any]) -> bool:
        """Return whether an entry of the heap still matters."""
        item = entry[3]
        if item.__class__ is Timer:
            return bool(item.active)
        if item.__class__ is Instant:
            return bool(item.prune())
        if isinstance(item, self.process_class):
            return bool(item._wake_time == entry[0])
        return True
