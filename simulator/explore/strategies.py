"""Strategies: which schedules are run, one after the other; one interface for all of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Protocol

from simulator.explore.coverage import Interest
from simulator.explore.program import Outcome
from simulator.explore.trail import Trail


class Trial:
    """A run that is to be made, of one schedule or of several: whoever makes it puts here what came of it."""

    __slots__ = ("counts", "director", "outcome", "slack")

    def __init__(self, director: Any, slack: int, counts: bool = True) -> None:
        self.director = director
        self.slack = slack
        self.counts = counts
        """Whether it is one of the strategy's own; others are run to learn what follows from them."""
        self.outcome: Outcome | None = None

    @property
    def done(self) -> Outcome:
        """What came of it; raises ``ValueError`` before it was run."""
        if self.outcome is None:
            raise ValueError("the trial has not been run")
        return self.outcome


class Search(Protocol):
    """A strategy at work on one program: it yields trials, and learns from what came of each."""

    name: str
    slack: int
    """How late anything may be in its schedules, in nanoseconds."""
    complete: bool
    """Whether all of its schedules have been run."""
    pruned: int
    """Schedules that were not run because they cannot differ from one that was."""

    def chance(self, runs: int) -> float | None:
        """Return the chance that a bug within its reach would have been seen after so many runs; None if unknown."""

    def trials(self, first: Trail, interest: Interest | None = None) -> Iterator[Trial | None]:
        """Yield one trial after the other; *first* is the ordinary run, *interest* what single holds have shown.

        None stands where other strategies should go first.
        """
