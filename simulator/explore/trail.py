"""What a run has done, and whether two runs that took the same steps in other orders stand at the same place.

Of two orders of the same steps nothing that comes after can tell them apart where each process did the same, and
everything that is shared met the same in the same order. What no step tells is compared as well: in whose names
references were made and processes spawned (their numbers can be compared), what was printed, and which of two timers
of one instant was armed first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final, NamedTuple

from simulator.explore.points import FIRE, Labels
from simulator.kernel.process.operations import MAILBOX, OPERATIONS, PROCESS, READ, Thing
from simulator.kernel.time.entries import Delivery
from simulator.kernel.time.timer import Timer
from simulator.terms import Pid

READS: Final = frozenset({row.name for row in OPERATIONS if row.access == READ} | {READ})
"""Operations that leave what they touch as it is."""
_WIDE: Final = frozenset({"info", "inquire", "list", "registered"})  # they look at what others do without a step, too
_MANY: Final = 1_000  # entries on the heap, which is gone through at each instant: with more, nobody looks


class Step(NamedTuple):
    """A step that was taken, as it was noted."""

    number: int
    process: Any
    operation: str
    thing: Thing | None
    now: int
    others: bool
    """Whether anybody else could have gone on."""
    references: int = 0
    """How many there were."""


class Effects:
    """What a run has done so far that no step tells."""

    __slots__ = ("printed", "references", "spawns")

    def __init__(self) -> None:
        self.references: list[int | None] = []
        """Who made each reference, by the number of its pid."""
        self.spawns: list[int | None] = []
        """Who spawned each process."""
        self.printed: list[str] = []
        """What was printed, and the reports of crashes."""

    def between(self, some: tuple[int, int, int], more: tuple[int, int, int]) -> tuple[Any, ...]:
        """Return what was done from so much of it on until there was more."""
        every: tuple[list[Any], ...] = (self.references, self.spawns, self.printed)
        return tuple(each[begin:end] for each, begin, end in zip(every, some, more, strict=True))

    @property
    def counts(self) -> tuple[int, int, int]:
        """How many references, processes and texts there are."""
        return len(self.references), len(self.spawns), len(self.printed)


class Mark(NamedTuple):
    """How far a run was at the end of an instant."""

    steps: int
    counts: tuple[int, int, int]
    """Of its effects."""
    armed: tuple[Any, ...] | None
    """What was armed at this instant and is due later, in the order in which it will be; None if nobody looked."""


class Trail(NamedTuple):
    """A run, or a part of it, as it was noted."""

    steps: list[Step]
    marks: dict[int, Mark]
    """The ends of its instants, by how many steps there were."""
    effects: Effects
    labels: Labels
    counts: tuple[int, int, int] = (0, 0, 0)
    """Of its effects, before the first of these steps."""


def next_number(kernel: Any) -> int:
    """Return the number that the next entry on the heap will have."""
    return int(kernel._eid.__reduce__()[1][0])


def mark_of(kernel: Any, since: int) -> Mark:
    """Return how far a run is; *since* is the number of the first entry that was armed at this instant."""
    queue = kernel._queue
    unknown = len(queue) > _MANY or kernel.keeping.held or kernel.gave_way
    armed = None if unknown else _armed(queue, since, kernel.process_class)
    return Mark(kernel.steps, kernel.effects.counts, armed)


def _armed(queue: Iterable[Any], since: int, process_class: type[Any]) -> tuple[Any, ...] | None:
    found: list[tuple[int, int, Any]] = []
    for at, _, number, entry in queue:
        cls = entry.__class__
        if cls is process_class:
            if entry._wake_time == at and entry._deadline is not None and entry._deadline_eid >= since:
                found.append((entry._deadline, entry._deadline_eid, entry.pid.number))
        elif number >= since:
            if cls is Timer:
                if entry.active:
                    found.append((at, number, ("timer", entry.ref.number)))
            elif cls is Delivery:
                found.append((at, number, ("signal", entry.target.pid.number, entry.signal[0], str(entry.signal[1]))))
            else:
                return None  # an event of SimPy's has no name to be compared by
    return tuple((at, who) for at, _, who in sorted(found))


def as_before(before: Trail, trail: Trail, mark: Mark, taken: Sequence[Step]) -> bool:
    """Return whether a run stands at a mark where the one *before* did, from which it parted at the first of its steps.

    *taken* are these steps in the order in which they were taken.
    """
    first = trail.steps[0].number
    if mark.armed is None or before.marks.get(mark.steps) != mark:
        return False
    begun = before.steps[0].number
    then = before.steps[first - begun : mark.steps - begun + 1]
    if len(then) != len(taken) or not _alike(then, taken):
        return False
    mine, theirs = trail.effects, before.effects
    return mine.between(trail.counts, mark.counts) == theirs.between(trail.counts, mark.counts)


def _alike(then: Sequence[Step], now: Sequence[Step]) -> bool:
    """Return whether these are the same steps, and those that can tell each other's order have the same one."""
    if any(_is_wide(step) for step in then):
        return all(_key(one) == _key(other) for one, other in zip(then, now, strict=True))
    return _orders(then) == _orders(now)


def _is_wide(step: Step) -> bool:
    """Return whether a step can tell what others do without a step; whose name a timer sends to is not known here."""
    to_name = step.operation == FIRE and step.thing is not None and step.thing[1].__class__ is not Pid
    return step.operation in _WIDE or to_name


def _key(step: Step) -> Any:
    return (_who(step), step.operation, step.thing, step.now)


def _who(step: Step) -> Any:
    timer = step.process if step.process.__class__ is Timer else None
    return step.process.pid.number if timer is None else ("timer", timer.ref.number)


def _orders(steps: Sequence[Step]) -> dict[Any, list[Any]]:
    """Return what each process did, and what was done to each thing; what only reads it in no order."""
    found: dict[Any, list[Any]] = {}
    for step in steps:
        who = _who(step)
        found.setdefault(("by", who), []).append((step.operation, step.thing, step.now))
        for thing in _things(step):
            done = found.setdefault(thing, [])
            if step.operation not in READS:
                done.append((who, step.operation))
            elif done and done[-1].__class__ is set:
                done[-1].add(who)
            else:
                done.append({who})
    return found


def _things(step: Step) -> Iterator[Thing]:
    """Yield what a step touches; an exit signal is a message to one that traps it, and so is what a timer sends."""
    if step.thing is None:
        return
    kind, which = step.thing
    if which.__class__ is Pid and (kind == MAILBOX or step.operation == FIRE):
        yield (PROCESS, which)
    if kind != MAILBOX or which.__class__ is not Pid:
        yield step.thing
