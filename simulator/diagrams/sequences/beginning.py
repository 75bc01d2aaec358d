"""The history of a trace as far as a picture of it can reach.

A picture has room for a few hundred signs. Of a long trace only what lies before the end of the picture is kept, what
comes later is counted and let go: so the memory that a picture takes does not grow with its trace. Such a trace is
read twice, the first time for what its processes are called.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from operator import attrgetter
from typing import Any, NamedTuple

from simulator.diagrams.selection import NothingToDraw, select
from simulator.diagrams.sequences.arrows import Candidate, arrows
from simulator.diagrams.sequences.tags import Candidate as Mark
from simulator.diagrams.sequences.tags import tags
from simulator.trace.events import Event
from simulator.trace.records import At, Process, Remark, Timer
from simulator.trace.telling import Teller
from simulator.trace.told import History

MAX_LIFELINES = 40
MAX_ARROWS = 400
MAX_SIGNS = 1500
"""Arrows and the marks beside lifelines together."""

_STEP = 20_000  # events after which is looked what can be let go
_MARGIN = 4  # times the signs that a picture has room for: it ends before whatever comes then
_start = attrgetter("start")


class Beyond(NamedTuple):
    """How much there is of what was let go."""

    arrows: int = 0
    """Arrows between processes of the picture."""
    outside: int = 0
    """Arrows to or from processes that are not drawn."""
    others: int = 0
    """Marks beside lifelines."""


class Choice(NamedTuple):
    """Which processes a picture shows, and from where to where."""

    chosen: list[Process]
    """Those that were asked for."""
    lifelines: list[Process]
    """Those among them that live in this time."""
    first: At
    last: At

    @property
    def pids(self) -> set[int]:
        """Those that there is room for."""
        return {process.pid for process in self.lifelines[:MAX_LIFELINES]}


def choice(history: History, start: int | None, end: int | None, only: Iterable[str], hide: Iterable[str]) -> Choice:
    """Return what was asked for; raises as :func:`simulator.diagrams.sequences.plan.plan` does."""
    first = At(start or 0, -1)
    last = At(history.last.t if end is None else min(end, history.last.t), history.last.seq + 1)
    chosen = [history.processes[pid] for pid in select(history, only, hide)]
    lifelines = [
        process
        for process in chosen
        if (process.start is None or process.start <= last) and (process.end is None or process.end >= first)
    ]
    if not lifelines:
        raise NothingToDraw("no process is left to draw: look at the times, and at the names to show and to hide")
    return Choice(chosen, lifelines, first, last)


def candidates(history: History, pids: set[int], first: At, last: At) -> tuple[list[Candidate], int, list[Mark]]:
    """Return the arrows that could be drawn, how many there are to others besides, and the marks."""
    found: list[Candidate] = []
    outside = 0
    for candidate in arrows(history):
        start, end, source, target, _ = candidate
        if start > last or (end or start) < first:
            continue
        if _drawable(source, target, pids):
            found.append(candidate)
        elif source in pids or target in pids:
            outside += 1
    return found, outside, [tag for tag in tags(history) if tag[1] in pids and first <= tag[0] <= last]


def _drawable(source: int | None, target: int | None, pids: set[int]) -> bool:
    """An arrow is drawn between two lifelines, or at one where its other end is no process at all."""
    if source is None or target is None:
        return source in pids or target in pids
    return source in pids and target in pids


def beginning(
    trace: Iterable[Event], start: int | None, end: int | None, only: Iterable[str], hide: Iterable[str]
) -> tuple[History, Beyond]:
    """Return the history of *trace* up to where a picture of it ends at the latest, and how much there is beyond."""
    only, hide = tuple(only), tuple(hide)
    teller = Teller()
    told = teller.history
    look: _Look | None = None
    due = _STEP if iter(trace) is not trace else 0  # what can be read only once is kept
    for event in trace:
        teller.take(event)
        if told.events == due:
            look = look or _Look(teller, choice(_whole(trace), start, end, only, hide))
            due += look.again()
    return told, Beyond() if look is None else look.end()


def _whole(trace: Iterable[Event]) -> History:
    """Return what a trace's processes are called and when it ends: nothing else of it is kept."""
    teller = Teller()
    for event in trace:
        teller.take(event)
        if teller.history.events % _STEP == 0:
            teller.let_go()
    return teller.history


class _Look:
    """What may be let go while a trace is read."""

    def __init__(self, teller: Teller, wanted: Choice) -> None:
        self._teller = teller
        self._told = teller.history
        self._pids, self._first, self._last = wanted.pids, wanted.first, wanted.last
        self._reached = False
        self._kept: dict[str, int] = {}  # how many of each kind lie within reach of the picture
        self._lives: dict[int, tuple[int, int]] = {}  # stretches and works of each process that do
        self._states: dict[int, Remark] = {}  # the last of each process: only one that differs is a mark
        self._counts = Beyond()

    def again(self) -> int:
        """Let go what can be; return after how many events to do so again."""
        told = self._told
        if self._reached:
            self._count(over=True)
        elif told.last < self._first:
            self._pass_over()
        elif told.last > self._last or self._enough():
            self._reached = True
            lists = ("messages", "signals", "bonds", "timers", "calls", "callbacks", "children", "remarks", "ties")
            self._kept = {name: len(getattr(told, name)) for name in lists}
            self._lives = {pid: (len(one.stretches), len(one.works)) for pid, one in told.processes.items()}
            self._states = {one.pid: one for one in told.remarks if one.kind == "state" and one.pid is not None}
        else:
            return told.events  # twice as many: to look costs time
        self._teller.let_go_of_index()
        return _STEP

    def end(self) -> Beyond:
        """Return how much lies beyond the picture's reach, now that the trace is over."""
        if self._reached:
            self._count(over=False)
        return self._counts

    def _enough(self) -> bool:
        found, _, others = candidates(self._told, self._pids, self._first, self._last)
        return len(found) > _MARGIN * MAX_ARROWS or len(found) + len(others) > _MARGIN * MAX_SIGNS

    def _pass_over(self) -> None:
        """Let go what is over before the picture begins."""
        told = self._told
        told.messages[:] = [one for one in told.messages if one.enqueued is None and one.dropped is None]
        told.signals[:] = [one for one in told.signals if one.arrived is None]
        told.bonds[:] = [one for one in told.bonds if one.end is None]
        told.timers[:] = [one for one in told.timers if not _over(one)]
        told.callbacks[:] = [one for one in told.callbacks if one.end is None]
        told.calls.clear()
        told.ties.clear()
        told.remarks[:] = {one.pid: one for one in told.remarks if one.kind == "state"}.values()
        for process in told.processes.values():
            if process.works and process.works[-1].end is None:
                del process.stretches[: bisect_left(process.stretches, process.works[-1].start, key=_start)]
                del process.works[:-1]
            else:
                del process.stretches[:-1]
                process.works.clear()

    def _count(self, over: bool) -> None:
        """Count what lies beyond reach, and let it go; where *over* is set only what is."""
        told, kept = self._told, self._kept
        tail = History(last=told.last, end=told.end)
        tail.messages = _taken(told.messages, kept["messages"])
        tail.signals = _taken(told.signals, kept["signals"])
        _taken(told.calls, kept["calls"])
        _taken(told.ties, kept["ties"])
        tail.children = _taken(told.children, kept["children"])
        told_before = list(self._states.values())
        tail.remarks = told_before + _taken(told.remarks, kept["remarks"])
        self._states |= {one.pid: one for one in tail.remarks if one.kind == "state" and one.pid is not None}
        for name, is_over in (("bonds", _ended), ("timers", _over), ("callbacks", _ended)):
            everything = getattr(told, name)
            beyond = everything[kept[name] :]
            setattr(tail, name, [one for one in beyond if not over or is_over(one)])
            everything[kept[name] :] = [one for one in beyond if over and not is_over(one)]
        for process in told.processes.values():
            tail.processes[process.pid] = self._life(process, over)
        found, outside, others = candidates(tail, self._pids, self._first, self._last)
        known = sum(one.pid in self._pids and self._first <= one.at <= self._last for one in told_before)
        counts = self._counts
        self._counts = Beyond(counts.arrows + len(found), counts.outside + outside, counts.others + len(others) - known)

    def _life(self, process: Process, over: bool) -> Process:
        """Take what a process did beyond reach; a work that goes on is left whole, and one that began within reach."""
        taken = Process(process.pid)
        stretches, works = self._lives.get(process.pid, (0, 0))
        until = len(process.stretches) - over
        if works and len(process.works) >= works:
            last = process.works[works - 1]
            if last.end is None:
                return taken
            within = bisect_left(process.stretches, last.end, key=_start)
            if within > stretches:
                stretches = within
                self._lives[process.pid] = stretches, works
        done = len(process.works)
        if over and done > works and process.works[-1].end is None:
            done -= 1
            until = min(until, bisect_left(process.stretches, process.works[-1].start, key=_start))
        if until > stretches:
            taken.stretches = process.stretches[stretches:until]
            taken.works = process.works[works:done]
            del process.stretches[stretches:until], process.works[works:done]
        return taken


def _taken(items: list[Any], kept: int) -> list[Any]:
    """Take what stands behind the first *kept* out of a list."""
    taken = items[kept:]
    del items[kept:]
    return taken


def _ended(one: object) -> bool:
    return getattr(one, "end", None) is not None


def _over(timer: Timer) -> bool:
    return timer.fired is not None or timer.cancelled is not None or timer.void is not None
