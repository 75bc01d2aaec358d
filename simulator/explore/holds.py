"""The strategy of holds: all schedules in which so many processes are kept back, each at one operation.

Few holds reach what random orders seldom do: one process is late, and everybody else gets as far as they can. The
schedules of *n* holds are those of one hold fewer, each with one more at a later step. All of them are run, but for
those that are another one under another name.

Processes that talk among themselves alone make most of a busy system. Where holding any of them has put nothing into
another order, they are *dull*: of several holds those come first in which nobody is dull.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from itertools import groupby
from typing import Final, NamedTuple

from simulator.explore.control import Explored
from simulator.explore.coverage import Interest
from simulator.explore.directors import label_of
from simulator.explore.keeping import NEVER, Keep
from simulator.explore.strategies import Trial
from simulator.explore.tours import Hold, Tour, Visit
from simulator.explore.trail import Step, Trail

Holds = tuple[Hold, ...]

_NOBODY, _SOMEBODY, _EITHER = "nobody", "somebody", "either"  # of those who are held, who is dull
SHARED: Final = frozenset({"whereis", "alive", "read", "write"})
"""Operations that do nothing but read or write one thing: no signal is sent, and nobody becomes ready by them."""


class Tried(NamedTuple):
    """A hold that was tried, and the run that it was tried in."""

    visit: Visit
    kernel: Explored


class HoldsSearch:
    """All schedules of exactly *bound* holds.

    With *slack* those in which at least one of them is late, by so many nanoseconds at most. *share* is which part
    of them is run, and of how many: the parts together are all of them, and no two overlap. With *joins* a hold that
    changes nothing beyond its instant is not followed further; without *tours* each schedule has a run of its own.
    """

    def __init__(
        self, bound: int, slack: int = 0, share: tuple[int, int] = (0, 1), joins: bool = True, tours: bool = True
    ) -> None:
        self.name = f"holds({bound})"
        self.bound = bound
        self.slack = slack
        self.share = share
        self.complete = False
        self.pruned = 0
        self._joins = joins
        self._tours = joins and tours
        self._dull: frozenset[str] = frozenset()
        self._doomed: set[Holds] = set()  # the last of these has ended by an exit signal, perhaps with a later one only
        self._groups = self._through = 0

    def trials(self, first: Trail, interest: Interest | None = None) -> Iterator[Trial | None]:
        """Yield one run after the other; *first* is the ordinary one. None before those in which anybody is dull."""
        self._dull = interest.dull if interest is not None and self.bound > 1 else frozenset()
        if self._dull:
            yield from self._below((), first, self.bound, _NOBODY)
            yield None
        yield from self._below((), first, self.bound, _SOMEBODY if self._dull else _EITHER)
        self.complete = True

    def chance(self, runs: int) -> float | None:
        """Return which part of the schedules has been looked at."""
        return 1.0 if self.complete else self._through / max(1, self._groups)

    def _below(self, holds: Holds, before: Trail, left: int, which: str) -> Iterator[Trial]:
        """Yield the runs that have *left* holds more; *before* is the one without them."""
        places = []
        for _, instant in groupby(self._shared(holds, before, left, which), lambda group: group[0].now):
            place = self._at_one_instant([*instant], holds, left)
            places.append((place, next(place)))
        last = 0  # the step of the last hold, where each has a run of its own
        tried: list[Tried] = []
        while places:
            stops = [hold for _, hold in places if hold[0] > last]
            before_it = before if self._joins else None
            tour = Tour(holds, stops or [hold for _, hold in places], before_it, not self._tours, left > 1)
            trial = Trial(tour, self.slack, left == 1)
            yield trial
            tried += [Tried(visit, trial.done.kernel) for visit in tour.visits]
            self._doomed.update(
                holds[: place + 1]
                for place, (step, keep) in enumerate(holds)
                if step in trial.done.kernel.keeping.doomed and not keep.outruns
            )
            end = tour.visits[-1]
            last = end.hold[0] if end.rejoined and not self._tours else 0
            if last and any(hold[0] > last for _, hold in places):
                continue
            last = 0
            if left > 1:
                for each in tried:
                    now = _EITHER if which == _SOMEBODY and self._is_dull(each.visit.trail.steps[0], before) else which
                    yield from self._below((*holds, each.visit.hold), _after(each.visit), left - 1, now)
            places = _learnt(places, {each.visit.hold[0]: each for each in tried})
            tried = []

    def _shared(self, holds: Holds, before: Trail, left: int, which: str) -> Iterator[list[Step]]:
        """Yield the groups of steps that are this search's share."""
        part, parts = self.share if not holds else (0, 1)
        every = [group for number, group in enumerate(groups(before.steps)) if number % parts == part]
        if which == _NOBODY:
            every = [group for group in every if not self._is_dull(group[0], before)]
        elif which == _SOMEBODY and left == 1:
            every = [group for group in every if self._is_dull(group[0], before)]
        if not holds:
            self._groups += len(every)
        yield from every

    def _is_dull(self, step: Step, trail: Trail) -> bool:
        return label_of(trail.labels, step.process) in self._dull

    def _at_one_instant(
        self, instant: Sequence[list[Step]], holds: Holds, left: int
    ) -> Generator[Hold, Tried, None]:
        """Yield one hold after the other at steps of one instant, and be told what came of it."""
        for group in instant:
            seen: Sequence[Step] | None = None  # what others did while the process was held at the step behind
            behind = group[-1]
            for step in reversed(group):
                made = behind.references - step.references  # their numbers tell in which order they were made
                behind = step
                if seen is not None and not self.slack and not made and commutes(step, seen):
                    self.pruned += left == 1
                    continue
                seen = yield from self._held(holds, step, left)
            self._through += not holds

    def _held(self, holds: Holds, step: Step, left: int) -> Generator[Hold, Tried, list[Step] | None]:
        """Yield the ways to be held at *step*; return what others did meanwhile, if nobody was late."""
        late_already = any(keep.late for _, keep in holds)
        ways = [Keep()] if left > 1 or late_already or not self.slack else []
        ways += [Keep(self.slack)] if self.slack else []
        seen = None
        while ways:
            keep = ways.pop(0)
            visit, kernel = yield (step.number, keep)
            keeping = kernel.keeping
            end, at_end = keeping.released.get(step.number, (NEVER, step.now))
            if not (keep.first or keep.outruns) and any(keeping.end_of(held) > step.number for held, _ in holds):
                ways.append(keep._replace(first=True))
            doomed = step.number in keeping.doomed or (*holds, (step.number, keep)) in self._doomed
            if doomed and not keep.outruns:
                ways.append(keep._replace(outruns=True))
            if keep.late and keep.late == self.slack and not keep.outruns and not keep.first:
                between = [at for at in kernel.instants if step.now < at <= at_end]
                ways += [Keep(at - step.now) for at in between[:-1]]  # the last is as good as the whole slack
            if not keep.late and not keep.first:
                seen = [each for each in visit.trail.steps if step.number < each.number <= end]
        return seen


Place = tuple[Generator[Hold, Tried, None], Hold]
"""An instant at which holds are tried, and the next of them."""


def _learnt(places: Sequence[Place], tried: dict[int, Tried]) -> list[Place]:
    """Tell each place what came of its hold, if that was tried; return those that have one more."""
    found = []
    for place, hold in places:
        try:
            found.append((place, place.send(tried[hold[0]]) if hold[0] in tried else hold))
        except StopIteration:
            continue
    return found


def _after(visit: Visit) -> Trail:
    """Return the trail without the step before which somebody was held: who is held there, is held before the next."""
    return visit.trail._replace(steps=[step for step in visit.trail.steps if step.number > visit.hold[0]])


def groups(steps: Sequence[Step]) -> Iterator[list[Step]]:
    """Yield the steps at which a hold makes a difference, those of one process that follow each other together."""
    group: list[Step] = []
    for step in steps:
        last = group[-1] if group else None
        if last is not None and (
            step.process is not last.process or step.number != last.number + 1 or step.now != last.now
        ):
            yield group
            group = []
        if step.others:
            group.append(step)
    if group:
        yield group


def commutes(step: Step, others: Sequence[Step]) -> bool:
    """Return whether a step could as well come after what others did: it touches nothing of theirs, and wakes nobody.

    Then to hold the process before it is to hold the process behind it.
    """
    return step.operation in SHARED and step.thing is not None and not any(_meet(step.thing, other) for other in others)


def _meet(thing: tuple[str, object], other: Step) -> bool:
    """Return whether another step is about this thing, or about all things of its kind."""
    kind, which = thing
    if other.thing is None:
        return False
    if other.thing[0] != kind:
        return kind == "process" and getattr(other.process, "pid", None) == which  # whatever it does, it is alive
    return other.thing[1] == which or other.thing[1] is None or which is None
