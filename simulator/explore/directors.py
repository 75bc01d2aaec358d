"""Directors: who is kept back, by the number of a step or by the name of a point."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Final

from simulator.explore.control import Explored, going
from simulator.explore.keeping import NEVER, Keep
from simulator.explore.points import DELIVER, TURN, Labels, Point
from simulator.explore.schedule import Deviation, Hold, Pick
from simulator.explore.trail import Mark, Step, Trail, mark_of, next_number
from simulator.kernel.process.operations import Thing
from simulator.kernel.time.timer import Timer


class BySteps:
    """Keeps back at steps that are known by their numbers: a run is the same up to the first of them.

    *holds* are pairs of a step's number and how it is kept back. With *log* the steps from there on are noted.
    """

    def __init__(self, holds: Iterable[tuple[int, Keep]] = (), log: int = NEVER) -> None:
        self.holds = dict(holds)
        self._next = sorted(self.holds, reverse=True)
        self._log = log
        self._since = 0
        self.steps: list[Step] = []
        self.marks: dict[int, Mark] = {}
        """Where instants ended, where anything is noted."""
        self.watch = min(log, self._next[-1] if self._next else NEVER)
        self.rest: Callable[[Explored], bool] | None = None if log == NEVER else self._rest

    def at(self, kernel: Explored, process: Any, operation: str, thing: Thing | None) -> Keep | None:
        """Keep back what is to be kept back; note what is to be noted."""
        number = kernel.steps
        if number >= self._log:
            self.steps.append(noted(kernel, process, operation, thing))
        while self._next and self._next[-1] <= number:
            self._next.pop()
        self.watch = min(max(self._log, number + 1), self._next[-1] if self._next else NEVER)
        return self.holds.get(number)

    def choose(self, kernel: Explored) -> int:
        """Leave the order as it is."""
        return 0

    def _rest(self, kernel: Explored) -> bool:
        """Note where the run is."""
        if kernel.steps >= self._log:
            self.marks[kernel.steps] = mark_of(kernel, self._since)
        self._since = next_number(kernel)
        return True

    @property
    def every(self) -> dict[int, Keep]:
        """All holds there are."""
        return self.holds

    def trail(self, kernel: Explored) -> Trail:
        """Return what was noted of a run."""
        return Trail(self.steps, self.marks, kernel.effects, kernel.labels)


def noted(kernel: Explored, process: Any, operation: str, thing: Thing | None) -> Step:
    """Return the step that a run is about to take."""
    others = operation == DELIVER or kernel.others()
    return Step(kernel.steps, process, operation, thing, kernel._now, others, len(kernel.effects.references))


class ByPoints:
    """Keeps back at points that are known by their names, as a schedule's file has them."""

    watch = 0
    chooses = False
    rest: Final = None

    def __init__(self, deviations: Iterable[Deviation], log: bool = False) -> None:
        self.deviations = list(deviations)
        self._left: dict[Point, Deviation] = {each.point: each for each in self.deviations}
        self._processes = {point.process for point in self._left}
        self._log = log
        self.steps: list[Step] = []
        """All steps, where they are to be noted."""
        self.absent: list[Pick] = []
        """Picks of processes that could not go on there."""
        self.met: list[tuple[Step, Point]] = []
        """The points of the schedule that came, in their order."""
        self.counter = Counter()
        self.chooses = any(isinstance(each, Pick) for each in self._left.values())

    def at(self, kernel: Explored, process: Any, operation: str, thing: Thing | None) -> Keep | None:
        """Keep back at the schedule's points."""
        step = Step(kernel.steps, process, operation, thing, kernel._now, True)
        if self._log:
            self.steps.append(step)
        who = label_of(kernel.labels, process)
        if who not in self._processes:
            return None
        point = self.counter.point(who, operation, kernel.labels.thing(thing))
        found = self._left.pop(point, None)
        if found is None:
            return None
        self.met.append((step, point))
        if not self._left and not self._log:
            self.watch = NEVER
        if isinstance(found, Hold):
            return Keep(found.late, found.outruns, first=found.first)
        other = _of_label(kernel, found.other)
        if other is None:
            self.absent.append(found)
            return None
        return Keep(0, found.outruns, other)

    def choose(self, kernel: Explored) -> int:
        """Choose as the schedule says whose turn it is."""
        first = kernel._ready[0]
        process = going(first)
        if process is None:
            return 0
        found = self._left.pop(self.counter.point(kernel.labels.of(process.pid), TURN, ""), None)
        if not isinstance(found, Pick):
            return 0
        other = _of_label(kernel, found.other)
        if other is None:
            self.absent.append(found)
            return 0
        return kernel._ready.index(other)

    def missing(self, labels: Labels) -> list[str]:
        """Return, for each point that did not come, what came in its place."""
        told = [self.counter.why_not(each.point, labels) for each in self._left.values()]
        return told + [f"{pick.other} cannot go on before {pick.point}" for pick in self.absent]


class Counter:
    """Counts operations, each of one process on one thing."""

    def __init__(self) -> None:
        self._counts: dict[tuple[str, str, str], int] = {}

    def point(self, process: str, operation: str, thing: str) -> Point:
        """Return the name of an operation that comes now."""
        key = (process, operation, thing)
        nth = self._counts[key] = self._counts.get(key, 0) + 1
        return Point(process, operation, thing, nth)

    def why_not(self, point: Point, labels: Labels) -> str:
        """Return why a point did not come, in plain words."""
        process, operation, thing, nth = point
        came = self._counts.get((process, operation, thing), 0)
        if came:
            return f"{process} does `{operation}` on {thing} {came} times, and not {nth}"
        if not labels.known(process):
            return f"there is no process {process}"
        return f"{process} never does `{operation}` on {thing}"


def label_of(labels: Labels, process: Any) -> str:
    """Return the stable name of a process, or of who armed a timer."""
    return labels.of(process.owner if process.__class__ is Timer else process.pid)


def _of_label(kernel: Explored, label: str) -> Any:
    """Return who is ready and has this stable name, or None."""
    for entry in kernel._ready:
        process = going(entry)
        if process is not None and kernel.labels.of(process.pid) == label:
            return entry
    return None


def named(labels: Labels, steps: Iterable[Step], wanted: dict[int, Keep]) -> list[Hold]:
    """Return holds, given by their steps, by the names of their points; *steps* are all from the first on."""
    counter, found = Counter(), []
    for step in steps:
        point = counter.point(label_of(labels, step.process), step.operation, labels.thing(step.thing))
        if step.number in wanted:
            keep = wanted[step.number]
            found.append(Hold(point, keep.late, keep.outruns, keep.first))
    return found
