"""Schedulers: who may work when there are fewer of them than processes with work to do.

Only ``work`` needs a scheduler; all other code costs no time. With N schedulers at most N processes
work at an instant. One that has worked for a time slice while another waits goes to the end of the
queue. While nobody waits no slice ends, so that an hour of work alone is one event. While some wait
and nothing else can happen, many slices are reckoned at once, at the same instants and in the same order,
and a trace gets one record of them, which is as many events when it is read.
Source of the semantics: the run queue of the BEAM, which preempts a process after 4,000 reductions.
"""

from __future__ import annotations

from collections import deque
from heapq import heapreplace
from typing import Any

from simpy.core import Infinity

_RECORDED = 500
"""The most slices that stand in one record: a recorder that streams is asked to write after each."""

_Slice = tuple[int, int, int]
"""A process on a scheduler: its number, since when, and how much work was left then."""


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
        waited = bool(self._queue)
        self._queue.append((process, duration))
        self._assign()
        if self._queue and not waited:
            self._cut_slices()

    def on_slice_end(self, process: Any) -> bool:
        """Account for the slice that ended now; return whether the work is done."""
        kernel = self._kernel
        number, since, left = self._running[process]
        left -= kernel._now - since
        if left <= 0:
            self._vacate(process)
            process._resumed("worked")
            self._assign()
            return True
        if self._queue:
            self._go_round(process)
        else:
            self._running[process] = number, kernel._now, left
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
        self._give_back(self._running.pop(process)[0])

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
            self._running[process] = number, kernel._now, left
            kernel._record("run", process, process._cause, number)
            kernel._set_deadline(process, kernel._now + (min(left, self._time_slice) if self._queue else left))

    def _cut_slices(self) -> None:
        """Somebody waits now: let each running slice end at its next boundary."""
        now, length = self._kernel._now, self._time_slice
        for process, (_, since, _) in self._running.items():
            boundary = since + (now - since) // length * length + length
            if process._deadline is not None and boundary < process._deadline:
                self._kernel._set_deadline(process, boundary)

    # -- many slices at once ------------------------------------------------------------------

    def _go_round(self, ended: Any) -> None:
        """Let this slice end, and those behind it up to the next thing that can happen or the first work that is done.

        Nothing else happens between, so this is what would come of it slice by slice.
        """
        kernel, running = self._kernel, self._running
        ended._deadline = kernel._now
        ends: list[tuple[int, int, Any]] = sorted([(each._deadline or 0, each._deadline_eid, each) for each in running])
        limit = kernel._now if kernel._ready else kernel._take_deadlines(running)
        before = list(running)
        if limit <= kernel._now:
            self._end_first(ends)
        else:
            self._end_all_before(limit, ends)
        for process in before:
            if process not in running:
                process._deadline = None
        for at, eid, process in ends:
            kernel._put_deadline(process, at, eid)

    def _end_all_before(self, limit: int | float, ends: list[tuple[int, int, Any]]) -> None:
        """Let slices end one after the other, until one ends at *limit* or beyond, or its work with it."""
        everybody = len(ends) + len(self._queue)
        until_next = 0  # slices; each look for many at once takes as long as a round of them, one by one
        while True:
            if not until_next:
                until_next = everybody
                self._skip(ends, limit)
            at, _, process = ends[0]
            _, since, left = self._running[process]
            if at >= limit or left <= at - since:
                return
            self._end_first(ends)
            until_next -= 1

    def _end_first(self, ends: list[tuple[int, int, Any]]) -> None:
        """Let the slice end that is the first to, and the next one begin."""
        running = self._running
        at, _, process = ends[0]
        number, since, left = running.pop(process)
        follower, its_left = self._queue.popleft()
        self._queue.append((process, left - at + since))
        running[follower] = number, at, its_left
        heapreplace(ends, (at + min(its_left, self._time_slice), next(self._kernel._eid), follower))
        if self._kernel._recorder is not None:
            self._record(1, [(process, left - at + since + self._time_slice), (follower, its_left)], [at], [number])

    def _skip(self, ends: list[tuple[int, int, Any]], limit: int | float) -> None:
        """Reckon as many slices at once as end one after the other before *limit*, with work left.

        They form a ring: those at work, in the order in which their slices end, and those who wait. With c
        at work the slice that ends as number e is that of the ring's e-th, and the (e + c)-th begins; each c of
        them take one time slice. So it goes on until a slice has begun that is shorter: somebody's last.
        """
        kernel, running, queue, length = self._kernel, self._running, self._queue, self._time_slice
        workers = len(ends)
        everybody = workers + len(queue)
        if (limit - ends[0][0]) * workers * 8 < length * everybody:
            return  # too few to be worth the look at all who wait
        ends.sort()
        first = [at for at, _, _ in ends]
        numbers = []
        ring = []
        for at, _, process in ends:
            number, since, left = running[process]
            numbers.append(number)
            ring.append((process, left - at + since + length))
        ring += queue
        done = min([nth + (left - 1) // length * everybody for nth, (_, left) in enumerate(ring)]) - workers + 1
        if limit != Infinity:
            done = min(done, sum([(int(limit) - 1 - at) // length + 1 for at in first]))
        if done < 1:
            return
        if kernel._recorder is not None:
            self._record(done, ring, first, numbers)
        worked, begins = divmod(done, everybody)
        worked *= length
        ring = [(who, left - worked) for who, left in ring[begins:]] + [
            (who, left - worked - length) for who, left in ring[:begins]
        ]
        queue.clear()
        queue.extend(ring[workers:])
        running.clear()
        del ends[:done]  # the others' slices go on
        for nth in range(done, done + workers):
            process, left = ring[nth - done]
            turn, scheduler = divmod(nth, workers)
            since = first[scheduler] + (turn - 1) * length
            running[process] = numbers[scheduler], since, left
            if turn:
                ends.append((since + min(left, length), next(kernel._eid), process))
        ends.sort()

    def _record(self, count: int, ring: list[tuple[Any, int]], ends: list[int], numbers: list[int]) -> None:
        """Record so many slices that end, and those that begin in their places.

        *ring* has who they are of, in order, and the work that each has left at its slice's beginning; *ends* is
        when the first ends on each of the schedulers *numbers*.
        """
        recorder = self._kernel._recorder
        members = [(process.pid.number, process._cause, left) for process, left in ring]
        for first in range(0, count, _RECORDED):
            some = min(_RECORDED, count - first)
            recorder.seq += 2 * some
            recorder.extend(("slices", recorder.seq - 1, first, some, members, ends, numbers, self._time_slice))
            recorder.flush()
