"""Shrinking: the fewest holds that still show a failure, then the shortest, then the least late."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import Final

from simulator.explore.directors import ByPoints, BySteps
from simulator.explore.failures import Failure
from simulator.explore.keeping import NEVER, Keep
from simulator.explore.orders import Choosing
from simulator.explore.points import TURN
from simulator.explore.program import Program
from simulator.explore.schedule import Deviation, Hold
from simulator.explore.search import Found
from simulator.explore.strategies import Trial
from simulator.explore.trail import Step

_TRIES: Final = 1_500
"""Runs in which a failure that chance has found is looked for among few holds."""
_PAIRED: Final = 50
"""Holds that are tried in pairs."""
_MOVES: Final = 40
"""Steps further on to which a hold is tried to be moved."""


class Shrinker:
    """Makes a failing schedule smaller, a run at a time; every run that it keeps fails in the same way."""

    def __init__(self, program: Program, found: Found) -> None:
        self.program = program
        self.found = found
        self.runs = 0
        self.choices: list[Deviation] = []

    def shrink(self) -> None:
        """Make it as small as can be; ``found`` is the smallest yet, at any time."""
        if isinstance(self.found.trial.director, Choosing) and not self._as_holds():
            self._fewer_choices()
            return
        every = self.found.trial.director.every
        if not self._fails(self._holds):  # noted from its first hold on
            self._fails(every)
        self._fewer()
        self._shorter()
        self._sooner()

    # -- what chance has found ----------------------------------------------------------------

    def _as_holds(self) -> bool:
        """Look for one or two holds that show the failure, among the points at which somebody was kept back."""
        again = self.found.trial.director.again()
        self.program.run(again, slack=self.found.trial.slack)
        self.choices = again.deviations
        points = list(dict.fromkeys(point for point in again.held if point.operation != TURN))
        lates = [0, self.found.trial.slack] if self.found.trial.slack else [0]
        single = [Hold(point, late, outruns) for late in lates for outruns in (False, True) for point in points]
        for holds in [(hold,) for hold in single] + list(combinations(single[:_PAIRED], 2)):
            if self.runs > _TRIES:
                return False
            found = self._fail_by(holds)
            if found is not None:
                steps = {step.number: point for step, point in found.trial.director.met}
                these = {hold.point: Keep(hold.late, hold.outruns) for hold in holds}
                if self._fails({number: these[point] for number, point in steps.items()}):
                    return True
        return False

    def _fewer_choices(self) -> None:
        """Leave choices out, first many at a time and then single ones."""
        choices = list(self.choices)
        size = len(choices)
        while size:
            at = 0
            while at < len(choices) and self.runs < 2 * _TRIES:
                found = self._fail_by((*choices[:at], *choices[at + size :]))
                if found is None:
                    at += size
                else:
                    self.found = found
                    choices = list(found.trial.director.deviations)
            size //= 2

    def _fail_by(self, deviations: Sequence[Deviation]) -> Found | None:
        """Return the failure that these deviations show, if it is of the same kind."""
        trial = Trial(ByPoints(deviations), self.found.trial.slack)
        trial.outcome = self.program.run(trial.director, slack=trial.slack)
        self.runs += 1
        failure = trial.outcome.failure
        if failure is None or not alike(failure, self.found.failure):
            return None
        return Found(failure, trial)

    # -- holds --------------------------------------------------------------------------------

    def _fails(self, holds: dict[int, Keep]) -> bool:
        """Return whether a run with these holds fails in the same way; then that is what was found."""
        trial = Trial(BySteps(holds.items(), min(holds, default=NEVER)), self.found.trial.slack)
        trial.outcome = self.program.run(trial.director, slack=trial.slack)
        self.runs += 1
        if trial.outcome.failure is None or not alike(trial.outcome.failure, self.found.failure):
            return False
        self.found = Found(trial.outcome.failure, trial)
        return True

    @property
    def _holds(self) -> dict[int, Keep]:
        return dict(self.found.trial.director.holds)

    def _fewer(self) -> None:
        """Leave holds out. A step after one that is left out has another number: so the last are tried first."""
        holds = sorted(self._holds.items())
        for size in range(len(holds)):
            for some in combinations(holds, size):
                if self._fails(dict(some)):
                    return

    def _shorter(self) -> None:
        """Let a process go on further before it is held, so that fewer steps of others come in between."""
        for number in sorted(self._holds, reverse=True):
            here = number
            best, shortest = self.found, self._length(number)
            for step in self._following(number):
                before = self.found
                if not self._fails(_moved(self._holds, here, step.number)):
                    continue
                if self._length(step.number) < shortest:
                    best, shortest, here = self.found, self._length(step.number), step.number
                else:
                    self.found = before
            self.found = best

    def _length(self, number: int) -> int:
        """Return how many steps others took during a hold."""
        return self.found.trial.done.kernel.keeping.end_of(number) - number

    def _following(self, number: int) -> list[Step]:
        """Return the steps that the process that is held at a step takes after it, in the run without that hold."""
        without = {key: keep for key, keep in self._holds.items() if key != number}
        director = BySteps(without.items(), number)
        self.program.run(director, slack=self.found.trial.slack)
        self.runs += 1
        steps = director.steps
        return [step for step in steps[1:] if step.process is steps[0].process][:_MOVES]

    def _sooner(self) -> None:
        """Let every hold end as soon as may be: at the first of the instants at which it can."""
        for number, keep in sorted(self._holds.items()):
            if not keep.late:
                continue
            trial = self.found.trial
            since = next(step.now for step in trial.director.steps if step.number == number)
            instants = [at for at in trial.done.kernel.instants if since < at <= since + keep.late]
            for late in [0, *(at - since for at in instants)]:
                if late < keep.late and self._fails({**self._holds, number: keep._replace(late=late)}):
                    break
        for number, keep in sorted(self._holds.items()):
            if keep.outruns:
                self._fails({**self._holds, number: keep._replace(outruns=False)})
            if keep.first:
                self._fails({**self._holds, number: self._holds[number]._replace(first=False)})


def _moved(holds: dict[int, Keep], old: int, new: int) -> dict[int, Keep]:
    return {new if number == old else number: keep for number, keep in holds.items()}


def alike(one: Failure, other: Failure) -> bool:
    """Return whether two failures are of one kind."""
    return one.kind == other.kind
