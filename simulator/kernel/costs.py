"""A run in which code takes time.

Ordinarily code costs nothing, and all of a turn happens at one instant. Here each turn costs a little, and so does
each call that a program's loops make and each look at the clock. What a process does in its turn happens at the
turn's start, but for two things that others would notice otherwise: what it sends leaves when the calls before it are
paid for, and a clock that it reads has moved by as much. The process goes on when all is paid for, and occupies a
scheduler until then, where they are few.

So a process that never waits cannot keep time from passing, a loop that looks at the clock comes to its end, and of
two keys made of the clock the second is another. All of it is counted, nothing measured: the same run costs the same
everywhere. Where code costs nothing, none of this is there.
"""

from __future__ import annotations

import sys
from collections import deque
from itertools import repeat
from typing import Any, Final

from simulator.kernel.kernel import Kernel
from simulator.kernel.process.delayed import Delayed
from simulator.kernel.process.process import Process
from simulator.kernel.process.state import ABSENT, EXITED, REDUCTIONS
from simulator.kernel.process.turns import take_turns

_GENERATOR: Final = 0x20  # CO_GENERATOR: to go on with one is no call
_LOOPED: Final = REDUCTIONS // 3  # calls of a loop that gives way: it counts three reductions for each


class Costly(Kernel):
    """A run in which a turn costs *cost* nanoseconds, and each counted call as much; else it is as :class:`Kernel`."""

    def __init__(self, cost: int, **settings: Any) -> None:
        latency = settings.pop("latency", None)
        policy = settings.pop("policy", None)
        process_class = settings.pop("process_class", Delayed)
        super().__init__(latency=latency or 0, process_class=costly_class(process_class), **settings)
        self.cost = cost
        """What a turn, or a counted call, takes, in nanoseconds."""
        self._spent = 0  # by the calls of the turn that is being taken
        self._busy: dict[Process, int] = {}  # until when each pays for its last turn
        self._unplaced: deque[Process] = deque()  # those whose turn it is, while every scheduler is busy
        self._chooser, self._ties = policy, 0

    @property
    def now(self) -> int:
        """Virtual time; a process that looks at it has paid for that."""
        if self._active_proc is not None:
            self._spent += self.cost
        return self._now + self._spent

    def spend(self, calls: int) -> None:
        """Let the process whose turn it is pay for so many calls."""
        self._spent += calls * self.cost

    def counted(self, limit: int) -> Any:
        """Return an iterator of *limit* rounds of a loop, each of which is paid for."""
        for _ in repeat(None, limit):
            self._spent += self.cost
            yield None

    # -- turns --------------------------------------------------------------------------------

    def _loop(self, until: int | None) -> None:
        counts, before = self.front.counts, sys.getprofile()
        if counts is None:
            super()._loop(until)
            return

        def count(frame: Any, event: str, argument: Any) -> None:
            if event == "call":
                code = frame.f_code
                if not code.co_flags & _GENERATOR and counts(code):
                    self._spent += self.cost

        sys.setprofile(count)
        try:
            super()._loop(until)
        finally:
            sys.setprofile(before)

    def _take(self, ready: deque[Any], limit: int) -> int:
        """Let each in *ready* have its turn that can have it now."""
        taken = 0
        while ready and taken < limit:
            self._order(ready)
            entry = ready.popleft()
            if not isinstance(entry, Process):
                taken += take_turns(self, deque((entry,)), 1)
            elif self._may_go_on(entry):
                taken += self._paid_turn(entry)
        return taken

    def _order(self, ready: deque[Any]) -> None:
        """Let the policy choose who is next, or record a tie, once for all that are in the run queue."""
        if self._chooser is not None:
            self._policy = self._chooser
            self._choose()
            self._policy = None
        elif self._recorder is not None:
            if self._ties:
                self._ties -= 1
            elif len(ready) > 1:
                self._record_tie(len(ready))
                self._ties = len(ready) - 1

    def _may_go_on(self, process: Process) -> bool:
        """Return whether a process has paid for its last turn and finds a scheduler; else it is put aside till then."""
        until = self._busy.pop(process, 0)
        if until > self._now:
            self._busy[process] = until
            self._arm(_Paid(self._ready, process), until - self._now)
            return False
        if self._schedulers.all_busy:
            self._unplaced.append(process)
            return False
        return True

    def _paid_turn(self, process: Process) -> int:
        """Let a process have its turn, and pay for it."""
        self._spent, last = 0, next(self._eid)
        taken = take_turns(self, deque((process,)), 1)
        spent, self._spent = self._spent, 0
        if process._status != EXITED:
            self._busy[process] = self._now + spent + self.cost
            if spent and process._deadline is not None and process._deadline_eid > last:
                self._set_deadline(process, process._deadline + spent)  # it began to wait when its calls were paid for
        number = self._schedulers.occupy()
        if number is not None:
            self._arm(_Freed(self, number), spent + self.cost)
        return taken

    @property
    def paid(self) -> int:
        """When the calls that the process has made in its turn are paid for."""
        return self._now + self._spent


class _Paid:
    """On the heap: when a process has paid for its turn and can have the next."""

    __slots__ = ("process", "ready")

    def __init__(self, ready: deque[Any], process: Process) -> None:
        self.ready = ready
        self.process = process

    def fire(self) -> None:
        """Let it have its turn, behind those that wait for theirs."""
        self.ready.append(self.process)


class _Freed:
    """On the heap: when a turn is paid for that occupies a scheduler."""

    __slots__ = ("kernel", "number")

    def __init__(self, kernel: Costly, number: int) -> None:
        self.kernel = kernel
        self.number = number

    def fire(self) -> None:
        """Give the scheduler to who waits for one: for a turn first, then for work."""
        kernel = self.kernel
        kernel._schedulers.vacate(self.number)
        if kernel._unplaced and not kernel._schedulers.all_busy:
            kernel._ready.append(kernel._unplaced.popleft())


_classes: dict[type[Delayed], type[Delayed]] = {}


def costly_class(base: type[Delayed]) -> type[Delayed]:
    """Return the class of the processes of such a run, which are otherwise like those of *base*."""
    known = _classes.get(base)
    if known is not None:
        return known

    class Paying(base):  # type: ignore[misc, valid-type]
        """A process whose clock moves while its code runs."""

        __slots__ = ()

        @property
        def now(self) -> int:
            """Virtual time, in nanoseconds since the start of the run."""
            return int(self.env.now)

        @property
        def now_ms(self) -> int | float:
            """Virtual time in milliseconds; an ``int`` where it is whole."""
            now = self.now
            whole, rest = divmod(now, 1_000_000)
            return now / 1_000_000 if rest else whole

        def receive(self, *patterns: Any, after: Any = None) -> Any:
            """Request a message, as any process does; to look without waiting is paid for as a call."""
            if after == 0:
                self.env.spend(1)
            return super().receive(*patterns, after=after)

        def receive_fitting(self, matcher: Any, after: int | None = None, back: Any = ABSENT) -> Any:
            """Request a message that fits *matcher*; to look without waiting is paid for as a call."""
            if after == 0:
                self.env.spend(1)
            return super().receive_fitting(matcher, after, back)

        def _reach(self, target: Any, signal: tuple[Any, ...]) -> None:
            """Let a signal leave when the calls before it are paid for."""
            if target is self:
                target._accept(signal)
            else:
                self._set_out(target, signal, self.env.paid)

        def give_way(self, reductions: int) -> Any:
            """Request to go to the end of the run queue, and pay for the loop that does."""
            self.env.spend(_LOOPED)
            return super().give_way(reductions)

    Paying.__name__ = Paying.__qualname__ = base.__name__
    _classes[base] = Paying
    return Paying
