"""Schedulers: who may work when there are fewer of them than processes with work to do.

Only ``work`` needs a scheduler; all other code costs no time. With N schedulers at most N processes
work at an instant. One that has worked for a time slice while another waits goes to the end of the
queue. While nobody waits no slice ends, so that an hour of work alone is one event. While some wait
and nothing else can happen, whole rounds of slices are reckoned at once, unless each is to be recorded:
at the same instants, in the same order (a queue model of 20,000 jobs: 1.0 s in place of 4.0).
Source of the semantics: the run queue of the BEAM, which preempts a process after 4,000 reductions.
"""

from __future__ import annotations

from collections import deque
from heapq import heapreplace
from operator import itemgetter
from typing import Any


class _Slice:
    """A process on a scheduler: since when, and how much work it had left then."""

    __slots__ = ("left", "number", "since")

    def __init__(self, number: int, since: int, left: int) -> None:
        self.number = number
        self.since = since
        self.left = left


class Schedulers:
    """The schedulers of a run; *count* None means as many as there are processes."""

    def __init__(self, kernel: Any, count: int | None, time_slice: int) -> None:
        self._kernel = kernel
        self._free = None if count is None else list(range(count, 0, -1))
        self._time_slice = time_slice
        self._running: dict[Any, _Slice] = {}
        self._queue: deque[tuple[Any, int]] = deque()

    def request(self, process: Any, duration: int) -> None:
        """Let *process* work for *duration* nanoseconds, now or when a scheduler is free."""
        process._wait_seq = self._kernel._record("work", process, process._cause, duration)
        self._queue.append((process, duration))
        self._assign()
        if self._queue:
            self._cut_slices()

    def on_slice_end(self, process: Any) -> bool:
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
            if kernel._recorder is None and not kernel._ready:
                self._go_round()
        else:
            slice_.left, slice_.since = left, kernel._now
            kernel._set_deadline(process, kernel._now + left)
        return False

    def release(self, process: Any) -> None:
        """Take a process that died off its scheduler, or out of the queue."""
        if process in self._running:
            self._vacate(process)
            self._assign()
        else:
            self._queue = deque(entry for entry in self._queue if entry[0] is not process)

    # -- for turns that cost time -------------------------------------------------------------

    @property
    def all_busy(self) -> bool:
        """Whether there is no scheduler for another turn."""
        return self._free is not None and not self._free

    def occupy(self) -> int | None:
        """Take a scheduler for a turn; None where they are unlimited, or the turn has begun work on the last one."""
        return self._free.pop() if self._free else None

    def vacate(self, number: int) -> None:
        """Give back a scheduler that was taken for a turn, to who waits to work, if anybody does."""
        self._give_back(number)
        self._assign()

    def _vacate(self, process: Any) -> None:
        self._give_back(self._running.pop(process).number)

    def _give_back(self, number: int) -> None:
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

    # -- whole rounds -------------------------------------------------------------------------

    def _go_round(self) -> None:
        """Let slices end and begin, up to the next thing that can happen or the first work that is done.

        Nothing else happens between, so this is what would come of it slice by slice.
        """
        kernel, running, queue, length = self._kernel, self._running, self._queue, self._time_slice
        ends: list[tuple[int, int, Any]] = sorted((each._deadline or 0, each._deadline_eid, each) for each in running)
        if not kernel._comes_next(ends[0][2]):
            return
        limit = kernel._take_deadlines(running)
        before = list(running)
        attempt = len(ends) + len(queue)  # whole rounds are looked for once in so many slices
        count = attempt - len(ends) - 1
        while True:
            at, _, process = ends[0]
            slice_ = running[process]
            left = slice_.left - (at - slice_.since)
            if at >= limit or left <= 0:
                break
            count += 1
            if count == attempt:
                count = 0
                if (limit - at) * len(ends) > length * attempt and self._skip_rounds(ends, limit):
                    continue
            follower, its_left = queue.popleft()
            queue.append((process, left))
            del running[process]
            running[follower] = _Slice(slice_.number, at, its_left)
            heapreplace(ends, (at + min(its_left, length), next(kernel._eid), follower))
        for process in before:
            if process not in running:
                process._deadline = None
        for at, eid, process in sorted(ends, key=itemgetter(1)):
            kernel._put_deadline(process, at, eid)

    def _skip_rounds(self, ends: list[tuple[int, int, Any]], limit: int | float) -> bool:
        """Reckon as many slices at once as all end before *limit* with work left; return whether there are any.

        They form a ring: those at work, in the order in which their slices end, and those who wait. With c
        at work the slice that ends as number e is that of the ring's e-th, and the (e + c)-th begins; each c of
        them take one time slice.
        """
        length = self._time_slice
        ends.sort()
        at_work = [process for _, _, process in ends]
        if any(at - self._running[process].since != length for at, _, process in ends):
            return False
        ring = [(process, self._running[process].left) for process in at_work] + list(self._queue)
        workers, everybody = len(at_work), len(ring)
        # The last slice of each, which may be a short one, is to begin only after all that is reckoned here.
        fits = min(nth + everybody * ((left - 1) // length) for nth, (_, left) in enumerate(ring)) - workers
        rounds = min(fits // workers, (limit - 1 - ends[-1][0]) // length + 1)
        if rounds < 1:
            return False
        done = int(rounds) * workers
        slices = [(done - nth + everybody - 1) // everybody for nth in range(everybody)]
        ring = [(who, left - count * length) for (who, left), count in zip(ring, slices, strict=True)]
        turn = done % everybody
        ring = ring[turn:] + ring[:turn]
        passed = int(rounds) * length
        numbers = [self._running[process].number for process in at_work]
        began = [at + passed - length for at, _, _ in ends]
        self._running.clear()
        for (who, left), number, since in zip(ring, numbers, began, strict=False):
            self._running[who] = _Slice(number, since, left)
        self._queue.clear()
        self._queue.extend(ring[workers:])
        ends[:] = [(since + length, next(self._kernel._eid), who) for (who, _), since in zip(ring, began, strict=False)]
        return True
