"""Tours: many schedules in one run.

Most holds change nothing beyond their instant: when it is over, each process did what it would have done, and whatever
is shared met the same in the same order. Then the run stands where it would have stood without the hold, and the
next hold can be tried in the same run. A tour goes on so until a hold has changed something; that one it follows to
the end. Each of its schedules was run up to where it cannot differ any more from one that was run before.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from simulator.explore.control import Explored
from simulator.explore.directors import noted
from simulator.explore.keeping import NEVER, Keep
from simulator.explore.trail import Mark, Step, Trail, as_before, mark_of, next_number
from simulator.kernel.process.operations import Thing

Hold = tuple[int, Keep]
"""The number of a step, and how somebody is kept back before it."""


class Visit(NamedTuple):
    """A hold that was tried, and what followed from it."""

    hold: Hold
    trail: Trail
    """The steps from the one before which somebody was held."""
    rejoined: bool
    """Whether the run then stood where it would have stood without; the trail ends there."""


class Tour:
    """Keeps back as *base* says, and then at one of *stops* after the other, as long as each changes nothing.

    *before* is the run with *base* alone; None where every hold is followed to the end. With *alone* only the first
    stop is made. What follows from a hold is noted up to the end of its instant, with *whole* to the end of the run.
    """

    def __init__(
        self,
        base: Iterable[Hold],
        stops: Sequence[Hold],
        before: Trail | None,
        alone: bool = False,
        whole: bool = False,
    ) -> None:
        self.base = tuple(base)
        self.visits: list[Visit] = []
        """The holds that were tried, in their order."""
        self._before = before
        self._left = [*(stops[:1] if alone else stops)][::-1]
        self._cut = not alone
        self._whole = whole
        self._fixed = dict(self.base)
        self._since = 0
        self._settled = False
        self._noting: list[Step] | None = None
        self._marks: dict[int, Mark] = {}
        self.watch = min(self._fixed, default=NEVER)
        self._look_out(0)

    @property
    def holds(self) -> dict[int, Keep]:
        """The base, and the hold that was tried last: all that matters for what came of it."""
        return dict([*self.base, self.visits[-1].hold]) if self.visits else dict(self.base)

    @property
    def every(self) -> dict[int, Keep]:
        """All holds there were."""
        return dict([*self.base, *(visit.hold for visit in self.visits)])

    @property
    def single(self) -> bool:
        """Whether it is of single holds."""
        return not self.base

    @property
    def schedules(self) -> int:
        """How many schedules were run."""
        return len(self.visits)

    @property
    def stretches(self) -> list[list[Step]]:
        """The steps that were taken in each of them, from the hold on."""
        return [visit.trail.steps for visit in self.visits]

    def at(self, kernel: Explored, process: Any, operation: str, thing: Thing | None) -> Keep | None:
        """Keep back at the base's steps and at the next stop; note what is done from there on."""
        number = kernel.steps
        if self._noting is not None:
            self._noting.append(noted(kernel, process, operation, thing))
            self.watch = number + 1
            return None
        keep = self._fixed.get(number)
        if keep is None and self._left and self._left[-1][0] == number:
            hold = self._left.pop()
            self._noting = steps = [noted(kernel, process, operation, thing)]
            self._marks = {}
            self._settled = self._before is None or bool(kernel.keeping.held)  # what stands still is yet to be done
            trail = Trail(steps, self._marks, kernel.effects, kernel.labels, kernel.effects.counts)
            self.visits.append(Visit(hold, trail, False))
            self.watch = number + 1
            return hold[1]
        self._look_out(number)
        return keep

    def choose(self, kernel: Explored) -> int:
        """Leave the order as it is."""
        return 0

    def rest(self, kernel: Explored) -> bool:
        """See whether the last hold has changed anything; go on to the next stop if it has not."""
        goes_on = True
        if self._noting is not None:
            mark = self._marks[kernel.steps] = mark_of(kernel, self._since)
            if not self._settled:
                self._settled = True
                visit = self.visits[-1]
                assert self._before is not None
                if as_before(self._before, visit.trail, mark, kernel.keeping.in_effect(visit.trail.steps)):
                    self.visits[-1] = visit._replace(rejoined=True)
                    goes_on = bool(self._left) or not self._cut
                    self._look_out(kernel.steps)
                elif not self._whole and not kernel.keeping.held:
                    self._left.clear()
                    self._look_out(kernel.steps)
        self._since = next_number(kernel)
        return goes_on

    def _look_out(self, number: int) -> None:
        """Wait for the next step that matters, after the one of this number."""
        self._noting = None
        fixed = [step for step in self._fixed if step > number]
        while self._left and self._left[-1][0] <= number:
            self._left.pop()
        self.watch = min([*fixed, *(hold[0] for hold in self._left[-1:])], default=NEVER)
