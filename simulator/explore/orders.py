"""Random orders: at every step somebody is chosen by chance; three ways to do so.

- ``walk``: everybody who could go on is as likely.
- ``pct``: everybody has a priority, which changes at few steps. It finds a bug of depth *d* among *n* processes and
  *k* steps with a chance of at least ``1 / (n * k ** (d - 1))`` a run. Source: Burckhardt and others, "A Randomized
  Scheduler with Probabilistic Guarantees of Finding Bugs" (2010).
- ``pos``: every step has a priority, which is drawn anew when another one on the same thing has come before it.
  Source: Yuan and others, "Partial Order Aware Concurrency Sampling" (2018).

A run is known by its seed alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count
from random import Random
from typing import Any, Final

from simulator.explore.control import Explored, going
from simulator.explore.coverage import Interest
from simulator.explore.directors import Counter, label_of
from simulator.explore.keeping import Keep
from simulator.explore.points import DELIVER, TIMED, TURN, Point
from simulator.explore.schedule import Deviation, Hold, Pick
from simulator.explore.strategies import Trial
from simulator.explore.trail import Step, Trail
from simulator.kernel.process.operations import Thing

DEPTH: Final = 3
"""The depth for which ``pct`` is made: so many places at which an order matters."""
_LATE: Final = 0.1
_HELD: Final = 0.03


Ready = tuple[int, Any]
"""The number of a process that could go on, and its entry in the run queue."""


class RandomSearch:
    """One random order after the other, without an end; *share* is which of them, and of how many."""

    def __init__(self, name: str, slack: int = 0, seed: int = 0, share: tuple[int, int] = (0, 1)) -> None:
        self.name = name
        self.slack = slack
        self.seed = seed
        self.share = share
        self.complete = False
        self.pruned = 0
        self._processes = self._steps = 0

    def trials(self, first: Trail, interest: Interest | None = None) -> Iterator[Trial | None]:
        """Yield one trial after the other; *first* is the ordinary run."""
        length = len(first.steps)
        self._processes, self._steps = len({id(step.process) for step in first.steps}), length
        part, parts = self.share
        for number in count(part, parts):
            director = _DIRECTORS[self.name](f"{self.name} {self.seed} {number}", self.slack, length)
            yield Trial(director, self.slack)

    def chance(self, runs: int) -> float | None:
        """Return the chance of ``pct`` to have seen a bug of its depth, as its authors have proved; else None."""
        if self.name != "pct" or not self._steps:
            return None
        once = 1.0 / (max(1, self._processes) * self._steps ** (DEPTH - 1))
        return float(1.0 - (1.0 - once) ** runs)


class Choosing:
    """Chooses who goes on at every step. With *named* the choices are noted by the names of their points."""

    watch = 0
    chooses = True
    rest: Final = None
    schedules: Final = 1
    single: Final = False

    def __init__(self, seed: str, slack: int, length: int, named: bool = False) -> None:
        self.seed = seed
        self.slack = slack
        self.length = length
        self.random = Random(seed)
        self.named = named
        self.deviations: list[Deviation] = []
        self.held: list[Point] = []
        """The points before which a process was kept back, or that came next where its turn was."""
        self.steps: list[Step] = []
        self._counter = Counter()
        self._passed: dict[int, None] = {}  # whose turn went to another: what it does next is worth a hold

    @property
    def stretches(self) -> list[list[Step]]:
        """The steps that were taken, all of them."""
        return [self.steps]

    def again(self) -> Choosing:
        """Return the same choices once more, with names."""
        return type(self)(self.seed, self.slack, self.length, named=True)

    # -- what a strategy decides --------------------------------------------------------------

    def better(self, kernel: Explored, number: int, others: list[Ready]) -> Any:
        """Return who goes on in place of the process of this number, or None."""
        return None

    def stepped(self, number: int, thing: Thing | None) -> None:
        """Be told that a process takes its step."""

    # -- as a director ------------------------------------------------------------------------

    def at(self, kernel: Explored, process: Any, operation: str, thing: Thing | None) -> Keep | None:
        """Keep the step back if another one is chosen."""
        step = Step(kernel.steps, process, operation, thing, kernel._now, True)
        self.steps.append(step)
        point = self._point(kernel, process, operation, thing)
        if operation in TIMED or operation == DELIVER:
            if self.random.random() >= _LATE:
                return None
            return self._hold(point, Keep(self.random.randrange(self.slack + 1)))
        number = process.pid.number
        if self._passed and number in self._passed:
            del self._passed[number]
            if point is not None:
                self.held.append(point)
        if self.slack and self.random.random() < _HELD and kernel.others():
            keep = Keep(self.random.randrange(self.slack + 1), self.random.random() < 0.5)
            return self._hold(point, keep)
        others = _others(kernel._ready) if kernel._ready else []
        other = self.better(kernel, number, others) if others else None
        if other is None:
            self.stepped(number, thing)
            return None
        outruns = self.random.random() < 0.5
        if point is not None:
            self.held.append(point)
            self.deviations.append(Pick(point, kernel.labels.of(_pid(other)), outruns))
        return Keep(0, outruns, other)

    def choose(self, kernel: Explored) -> int:
        """Choose whose turn it is."""
        ready = kernel._ready
        first = ready[0]
        process = going(first)
        if process is None:
            return 0
        point = self._point(kernel, process, TURN, None)
        number = process.pid.number
        others = _others(ready)[1:]
        other = self.better(kernel, number, others) if others else None
        if other is None:
            return 0
        self._passed[number] = None
        if point is not None:
            self.deviations.append(Pick(point, kernel.labels.of(_pid(other))))
        return ready.index(other)

    def _point(self, kernel: Explored, process: Any, operation: str, thing: Thing | None) -> Point | None:
        if not self.named:
            return None
        return self._counter.point(label_of(kernel.labels, process), operation, kernel.labels.thing(thing))

    def _hold(self, point: Point | None, keep: Keep) -> Keep:
        if point is not None:
            self.held.append(point)
            self.deviations.append(Hold(point, keep.late, keep.outruns))
        return keep


class Walk(Choosing):
    """Everybody is as likely."""

    def better(self, kernel: Explored, number: int, others: list[Ready]) -> Any:
        """Choose among all who could go on."""
        chosen = self.random.randrange(len(others) + 1)
        return others[chosen - 1][1] if chosen else None


class ByPriority(Choosing):
    """Whoever has the highest priority goes on."""

    def __init__(self, seed: str, slack: int, length: int, named: bool = False) -> None:
        super().__init__(seed, slack, length, named)
        self.priorities: dict[int, float] = {}

    def priority(self, number: int) -> float:
        """Return the priority of a process, drawn if it has none."""
        found = self.priorities.get(number)
        if found is None:
            found = self.priorities[number] = self.random.random()
        return found

    def better(self, kernel: Explored, number: int, others: list[Ready]) -> Any:
        """Choose the highest priority."""
        best, highest = None, self.priority(number)
        for other, entry in others:
            priority = self.priorities.get(other)
            if priority is None:
                priority = self.priority(other)
            if priority > highest:
                best, highest = entry, priority
        return best


class Pct(ByPriority):
    """A process keeps its priority, but for few steps at which whoever is at it gets the lowest."""

    def __init__(self, seed: str, slack: int, length: int, named: bool = False) -> None:
        super().__init__(seed, slack, length, named)
        self._changes = {self.random.randrange(1, max(2, length + 1)): -number for number in range(1, DEPTH)}

    def better(self, kernel: Explored, number: int, others: list[Ready]) -> Any:
        """Choose the highest priority; here and there the present one is lowered first."""
        lowered = self._changes.pop(kernel.steps, None)
        if lowered is not None:
            self.priorities[number] = lowered
        return super().better(kernel, number, others)


class Pos(ByPriority):
    """Every step has a priority of its own."""

    def __init__(self, seed: str, slack: int, length: int, named: bool = False) -> None:
        super().__init__(seed, slack, length, named)
        self._waiting: dict[int, Thing | None] = {}

    def at(self, kernel: Explored, process: Any, operation: str, thing: Thing | None) -> Keep | None:
        """Note what the process is about to touch."""
        if operation not in TIMED:
            self._waiting[process.pid.number] = thing
        return super().at(kernel, process, operation, thing)

    def stepped(self, number: int, thing: Thing | None) -> None:
        """Draw anew for its next step, and for those that wait to touch the same thing."""
        self.priorities.pop(number, None)
        self._waiting.pop(number, None)
        if thing is not None:
            for other, touched in self._waiting.items():
                if touched == thing:
                    self.priorities.pop(other, None)


def _others(ready: Iterable[Any]) -> list[Ready]:
    """Return those that could go on."""
    return [(process.pid.number, entry) for entry in ready if (process := going(entry)) is not None]


def _pid(entry: Any) -> Any:
    return going(entry).pid


_DIRECTORS: Final = {"walk": Walk, "pct": Pct, "pos": Pos}
NAMES: Final = tuple(_DIRECTORS)
"""The names of these strategies."""
