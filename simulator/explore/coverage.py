"""Coverage: pairs of operations of two processes on one thing, and how many of them were seen in both orders.

What a hold shows of that tells, too, whose holds are worth more of them.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from simulator.explore.directors import label_of
from simulator.explore.points import Labels
from simulator.explore.trail import READS, Step

Did = tuple[str, str]
"""Who did what."""
Order = tuple[str, Did, Did]
"""A thing, and two operations on it in the order in which they were seen."""


def orders_in(steps: Iterable[Step], labels: Labels) -> set[Order]:
    """Return what was in which order. Only neighbours count: two operations with no third one between that matters."""
    found: set[Order] = set()
    last: dict[Any, dict[Did, bool]] = {}  # of each thing who did what to it, and whether that only read it
    for step in steps:
        if step.thing is None:
            continue
        did = (label_of(labels, step.process), step.operation)
        reads = step.operation in READS
        before = last.get(step.thing)
        if before is None:
            before = last[step.thing] = {}
        for other, other_reads in before.items():
            if other[0] != did[0] and not (reads and other_reads):
                found.add((labels.thing(step.thing), other, did))
        if not reads:
            before.clear()
        before[did] = reads
    return found


class Interest:
    """Which processes are worth several holds: those that have to do with the main process, or with a new order."""

    def __init__(self) -> None:
        self._ordinary: set[Order] = set()
        self._worth: set[str] = set()
        self._next: dict[str, set[str]] = {}

    def ordinary(self, main: str, orders: set[Order]) -> None:
        """Be told what the ordinary run shows, and who its main process is."""
        self._worth.add(main)
        self._ordinary |= orders
        self._meet(orders)

    def learn(self, process: str, orders: set[Order]) -> None:
        """Be told what came of a single hold of a process."""
        self._next.setdefault(process, set())
        if not orders <= self._ordinary:
            self._worth.add(process)
        self._meet(orders)

    def _meet(self, orders: set[Order]) -> None:
        for _, (one, _), (other, _) in orders:
            self._next.setdefault(one, set()).add(other)
            self._next.setdefault(other, set()).add(one)

    @property
    def dull(self) -> frozenset[str]:
        """Processes that only talk among themselves: whoever of them was held, nothing was in another order by that."""
        worth: set[str] = set()
        left = [*self._worth]
        while left:
            process = left.pop()
            if process not in worth:
                worth.add(process)
                left += self._next.get(process, ())
        return frozenset(self._next) - worth


class Coverage:
    """All that was seen in some order."""

    def __init__(self) -> None:
        self._seen: set[Order] = set()

    def add(self, orders: set[Order]) -> None:
        """Take in what a run shows."""
        self._seen |= orders

    @property
    def seen(self) -> frozenset[Order]:
        """Each thing, and two operations on it in the order in which they were seen."""
        return frozenset(self._seen)

    @property
    def pairs(self) -> int:
        """Pairs that were seen, in whichever order."""
        return len({(thing, *sorted((one, other))) for thing, one, other in self._seen})

    @property
    def both(self) -> int:
        """Pairs that were seen in both orders."""
        return sum((thing, other, one) in self._seen for thing, one, other in self._seen if one < other)
