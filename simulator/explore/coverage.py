"""Coverage: pairs of operations of two processes on one thing, and how many of them were seen in both orders."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from simulator.explore.directors import label_of
from simulator.explore.points import Labels
from simulator.explore.trail import READS, Step

Did = tuple[str, str]
"""Who did what."""


class Coverage:
    """What was seen in which order. Only neighbours count: two operations with no third one between that matters."""

    def __init__(self) -> None:
        self._seen: set[tuple[str, Did, Did]] = set()

    def add(self, steps: Iterable[Step], labels: Labels) -> None:
        """Take in the steps of a run."""
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
                    self._seen.add((labels.thing(step.thing), other, did))
            if not reads:
                before.clear()
            before[did] = reads

    @property
    def seen(self) -> frozenset[tuple[str, Did, Did]]:
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
