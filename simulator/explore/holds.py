"""The strategy of holds: all schedules in which so many processes are kept back, each at one operation.

Few holds reach what random orders seldom do: one process is late, and everybody else gets as far as they can. The
schedules of *n* holds are those of one hold fewer, each with one more at a later step. All of them are run, but for
those that are another one under another name.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from typing import Final

from simulator.explore.control import NEVER, Keep
from simulator.explore.directors import BySteps, Step
from simulator.explore.strategies import Trial

Holds = tuple[tuple[int, Keep], ...]

SHARED: Final = frozenset({"whereis", "alive", "read", "write"})
"""Operations that do nothing but read or write one thing: no signal is sent, and nobody becomes ready by them."""


class HoldsSearch:
    """All schedules of exactly *bound* holds.

    With *slack* those in which at least one of them is late, by so many nanoseconds at most. *share* is which part
    of them is run, and of how many: the parts together are all of them, and no two overlap.
    """

    def __init__(self, bound: int, slack: int = 0, share: tuple[int, int] = (0, 1)) -> None:
        self.name = f"holds({bound})"
        self.bound = bound
        self.slack = slack
        self.share = share
        self.complete = False
        self.pruned = 0
        self._part = 0.0

    def trials(self, first: Sequence[Step]) -> Iterator[Trial]:
        """Yield one schedule after the other; *first* are the steps of the ordinary run."""
        yield from self._below((), first, self.bound)
        self.complete = True

    def chance(self, runs: int) -> float | None:
        """Return which part of the schedules has been looked at."""
        return 1.0 if self.complete else self._part

    def _below(self, holds: Holds, steps: Sequence[Step], left: int) -> Iterator[Trial]:
        """Yield the schedules that have *left* holds more; *steps* are those of the run without them."""
        part, parts = self.share if not holds else (0, 1)
        every = list(groups(steps))
        for number, group in enumerate(every):
            if not holds:
                self._part = number / len(every)
            if number % parts != part:
                continue
            seen: Sequence[Step] | None = None  # what others did while the process was held at the step behind
            for step in reversed(group):
                if seen is not None and not self.slack and commutes(step, seen):
                    self.pruned += left == 1
                    continue
                seen = yield from self._held(holds, step, left)

    def _held(self, holds: Holds, step: Step, left: int) -> Generator[Trial, None, list[Step] | None]:
        """Yield the schedules with a hold at *step*; return what others did meanwhile, if nobody was late."""
        late_already = any(keep.late for _, keep in holds)
        ways = [Keep()] if left > 1 or late_already or not self.slack else []
        ways += [Keep(self.slack)] if self.slack else []
        seen = None
        while ways:
            keep = ways.pop(0)
            these = (*holds, (step.number, keep))
            trial = Trial(BySteps(these, step.number), self.slack, left == 1)
            yield trial
            kernel, steps = trial.done.kernel, trial.director.steps
            end, at_end = kernel.released.get(step.number, (NEVER, step.now))
            if not (keep.first or keep.outruns) and any(
                kernel.released.get(held, (NEVER, 0))[0] > step.number for held, _ in holds
            ):
                ways.append(keep._replace(first=True))
            if not keep.outruns and step.number in kernel.doomed:
                ways.append(keep._replace(outruns=True))
            if keep.late and keep.late == self.slack and not keep.outruns and not keep.first:
                between = [at for at in kernel.instants if step.now < at <= at_end]
                ways += [Keep(at - step.now) for at in between[:-1]]  # the last is as good as the whole slack
            if not keep.late and not keep.first:
                seen = [each for each in steps if step.number < each.number <= end]
            if left > 1:
                yield from self._below(these, [each for each in steps if each.number > step.number], left - 1)
        return seen


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
