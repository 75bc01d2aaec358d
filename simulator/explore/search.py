"""The search: strategies at work, within a budget, until a failure is found; and what may be claimed if none is."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final, NamedTuple

from simulator.explore.control import Explored
from simulator.explore.coverage import Coverage, Interest, orders_in
from simulator.explore.directors import ByPoints, BySteps, label_of, named
from simulator.explore.failures import Failure
from simulator.explore.holds import HoldsSearch
from simulator.explore.orders import NAMES, Choosing, RandomSearch
from simulator.explore.program import Outcome, Program
from simulator.explore.schedule import Deviation, Hold, Schedule
from simulator.explore.strategies import Search, Trial
from simulator.explore.trail import Trail
from simulator.terms.durations import duration_text

STRATEGIES: Final = ("all", "holds", *NAMES)
_AT_FIRST: Final = (0.3, 0.5)
_AT_LAST: Final = (0.6, 0.7)
"""Parts of the budget after which two holds are enough: where nothing is late, and where anything may be."""
_ALL_COVERED: Final = 200
_SAMPLED: Final = 10  # after so many runs one in ten is looked at: what is new is rare then, and looking takes time


class Budget:
    """How long a search may go on: seconds of the clock, or a number of runs."""

    def __init__(self, seconds: float | None, runs: int | None) -> None:
        self.began = time.monotonic()
        self.seconds = seconds
        self.runs = runs
        self.done = 0

    @property
    def spent(self) -> float:
        """Seconds since it began."""
        return time.monotonic() - self.began

    def over(self, share: float = 1.0) -> bool:
        """Return whether there is none left, or of its *share*."""
        if self.runs is not None and self.done >= self.runs * share:
            return True
        return self.seconds is not None and self.spent >= self.seconds * share


class Found(NamedTuple):
    """A failure, and the run that shows it."""

    failure: Failure
    trial: Trial


class Tally(NamedTuple):
    """What was run of one strategy."""

    name: str
    slack: int
    runs: int
    pruned: int
    complete: bool
    chance: float | None
    """That a bug within its reach would have been seen; None if nothing is known of that."""


Progress = Callable[["Exploration"], None]


class Exploration:
    """One program, looked at under one schedule after the other."""

    def __init__(self, program: Program, budget: Budget, progress: Progress | None = None) -> None:
        self.program = program
        self.budget = budget
        self.progress = progress
        self.tallies: list[Tally] = []
        self.found: Found | None = None
        self.runs = 0
        """Runs that were made, all in all."""
        self.schedules = 0
        """The schedules that were run in them."""
        self.coverage = Coverage()
        self.interest = Interest()
        self._begun: dict[Search, tuple[int, Iterator[Trial | None]]] = {}  # where its tally is, and what is left of it
        self.at_work: tuple[Search, int] | None = None
        """The strategy that is at work, and how many of its schedules were run."""

    def search(self, searches: Iterator[tuple[Search, float]]) -> Found | None:
        """Let one strategy after the other work, each within its share of the budget; return the first failure.

        One that comes again goes on where it has stopped.
        """
        firsts: dict[int, Trail] = {}
        for search, share in searches:
            if search.slack not in firsts:
                director = BySteps(log=0)
                first = self.program.run(director, slack=search.slack)
                orders = orders_in(director.steps, first.kernel.labels)
                self.coverage.add(orders)
                self.interest.ordinary(first.kernel.main_label, orders)
                firsts[search.slack] = director.trail(first.kernel)
            self._one(search, firsts[search.slack], share)
            if self.found is not None or self.budget.over():
                break
        return self.found

    def _one(self, search: Search, first: Trail, share: float) -> None:
        if search not in self._begun:
            self._begun[search] = len(self.tallies), search.trials(first, self.interest)
            self.tallies.append(Tally(search.name, search.slack, 0, 0, False, None))
        number, trials = self._begun[search]
        runs = self.tallies[number].runs
        for trial in trials:
            if trial is None:
                break
            trial.outcome = self.program.run(trial.director, slack=trial.slack)
            schedules = trial.director.schedules
            runs += schedules if trial.counts else 0
            self.runs += 1
            self.schedules += schedules
            self.at_work = (search, runs)
            if self.runs < _ALL_COVERED or not self.runs % _SAMPLED or (trial.counts and trial.director.single):
                self._look(trial.director, trial.outcome.kernel)
            self.budget.done += 1
            if trial.outcome.failure is not None:
                self.found = Found(trial.outcome.failure, trial)
                break
            if self.progress is not None and not self.runs % 64:
                self.progress(self)
            if self.budget.over(share):
                break
        chance = search.chance(runs)
        self.tallies[number] = Tally(search.name, search.slack, runs, search.pruned, search.complete, chance)

    def _look(self, director: Any, kernel: Explored) -> None:
        """See what was in which order, and who was held where anything was in another one."""
        for steps in director.stretches:
            orders = orders_in(kernel.keeping.in_effect(steps), kernel.labels)
            self.coverage.add(orders)
            if director.single:
                self.interest.learn(label_of(kernel.labels, steps[0].process), orders)

    def claim(self) -> str:
        """Return what is known where no failure was found, and nothing beyond it."""
        return claim_of(self.tallies)


def claim_of(tallies: list[Tally]) -> str:
    """Return what may be claimed after searches that found nothing."""
    whole = {(tally.name, tally.slack): tally for tally in tallies if tally.complete and tally.name.startswith("holds")}
    slacks = sorted({tally.slack for tally in tallies})
    bound = 0
    while slacks and all((f"holds({bound + 1})", slack) in whole for slack in slacks):
        bound += 1
    inside = [tally for (name, _), tally in whole.items() if int(name[6:-1]) <= bound]
    count = 1 + sum(tally.runs + tally.pruned for tally in inside)
    others = sum(tally.runs for tally in tallies) - sum(tally.runs for tally in inside)
    late = f", {lateness(slacks[-1])}" if slacks else ""
    told = []
    if bound:
        told.append(f"all {count:,} schedules of at most {bound} hold{'s' if bound > 1 else ''}{late}")
    if others or not told:
        told.append(f"{others or count:,} other schedules" if told else f"{others or count:,} schedules{late}")
    return f"no failure in {' and in '.join(told)}"


def lateness(slack: int) -> str:
    """Return how late timers were allowed to be, in words."""
    return f"timers at most {duration_text(slack)} late" if slack else "no timer late"


def plan(
    strategy: str, slacks: list[int], seed: int, share: tuple[int, int] = (0, 1), joins: bool = True
) -> Iterator[tuple[Search, float]]:
    """Yield the searches of a strategy, each with the part of the budget after which the next one begins.

    Without *joins* each hold is followed to the end, for what looks at the whole way there.
    """
    if strategy in NAMES:
        yield RandomSearch(strategy, slacks[-1], seed, share), 1.0
        return
    for bound in (1, 2, 3) if strategy == "holds" else (1, 2):
        searches = [HoldsSearch(bound, slack, share, joins) for slack in slacks]
        for parts in (_AT_FIRST, _AT_LAST):
            for search, part in zip(searches, parts[-len(slacks) :], strict=True):
                yield search, 1.0 if strategy == "holds" or bound == 1 else part
    if strategy == "all":
        yield RandomSearch("pos", slacks[-1], seed, share), 1.0


def schedule_of(program: Program, found: Found, delivery: str = "instant") -> Schedule:
    """Return the schedule of a run that failed, by the names of its points."""
    director = found.trial.director
    if isinstance(director, Choosing):
        director = director.again()
        program.run(director, slack=found.trial.slack)
        return _schedule(program, director.deviations, delivery, found)
    if isinstance(director, ByPoints):
        return _schedule(program, director.deviations, delivery, found)
    log = BySteps(director.holds.items(), 0)
    outcome = program.run(log, slack=found.trial.slack)
    holds = named(outcome.kernel.labels, log.steps, director.holds)
    return _schedule(program, holds, delivery, found)


def _schedule(program: Program, deviations: Sequence[Deviation], delivery: str, found: Found) -> Schedule:
    slack = max([each.late for each in deviations if isinstance(each, Hold)], default=0)
    return Schedule(program.loaded.name, tuple(deviations), slack, delivery, str(found.failure))


def replay(program: Program, schedule: Schedule, trace: object = False) -> tuple[Outcome, list[str]]:
    """Run a program by a schedule; return what came of it, and what of the schedule did not fit."""
    director = ByPoints(schedule.deviations)
    outcome = program.run(director, trace, slack=schedule.slack)
    return outcome, director.missing(outcome.kernel.labels)
