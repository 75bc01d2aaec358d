"""A program that is run many times: loaded once, each run in an order of its own."""

from __future__ import annotations

from collections.abc import Callable
from copy import copy
from typing import Any, Final

from simulator.explore.control import PATIENCE, Director, Explored
from simulator.explore.failures import Failure, Wanted, failure_of, kind_of
from simulator.kernel import Kernel
from simulator.scenario import Loaded, Run, start

TURNS: Final = 20_000
"""Turns that any run may take, however short the first one was."""
LONGEST: Final = 200_000
"""Turns of the first run, and half of its steps, after which it is taken for one that never ends."""
TIMES: Final = 50
"""How many times as long as the first run another may go on, before it is taken for one that never ends."""
MAILBOX: Final = 10_000
"""Messages in one mailbox that are taken for a flood."""


class Outcome:
    """What came of one run."""

    __slots__ = ("failure", "kernel", "run")

    def __init__(self, run: Run, failure: Failure | None) -> None:
        self.run = run
        self.kernel: Explored = run.kernel  # type: ignore[assignment]
        self.failure = failure


class Program:
    """A program, what is taken for its failure, and how late its timers may be (nanoseconds)."""

    def __init__(
        self,
        loaded: Loaded,
        wanted: Wanted | None = None,
        slack: int = 0,
        mailbox: int = MAILBOX,
        pairwise: bool = False,
    ) -> None:
        self.pairwise = pairwise
        self.loaded = copy(loaded)
        self.loaded.config = copy(loaded.config)
        self.wanted = wanted or Wanted()
        self.slack = slack
        self.turns = min(loaded.config.limit, LONGEST)
        self.steps = 2 * LONGEST
        self.patience = PATIENCE
        self.loaded.config.mailbox_limit = min(loaded.config.mailbox_limit, mailbox)
        self.loaded.repeated = True
        self.loaded.explore_test = None

    def run(self, director: Director, trace: Any = False, slack: int | None = None) -> Outcome:
        """Run it once, in the order that *director* chooses."""
        late = self.slack if slack is None else slack

        def kernel(**settings: Any) -> Kernel:
            settings["limit"] = min(settings["limit"], self.turns)
            made = Explored(director, late, self.steps, self.pairwise, **settings)
            made.patience = self.patience
            return made

        self.loaded.kernel_class = kernel
        result = start(self.loaded, trace=trace or self.wanted.invariant is not None, echo=None, report=_nothing)
        cut = result.kernel.cut  # type: ignore[attr-defined]
        return Outcome(result, None if cut else failure_of(result, self.wanted))

    def first(self, director: Director) -> Outcome:
        """Run it in its ordinary order, and learn from that how long it is and who crashes anyway."""
        outcome = self.run(director)
        self.turns = TURNS + TIMES * outcome.kernel.turns
        self.steps = TURNS + TIMES * outcome.kernel.steps
        self.patience = min(max(200, 2 * outcome.kernel.steps), TURNS)
        crashed = frozenset(kind_of(who) for who, _ in outcome.kernel.crashes)
        self.wanted = self.wanted._replace(crashed=crashed)
        return Outcome(outcome.run, failure_of(outcome.run, self.wanted))

    def within(self, work: Callable[[], Any]) -> Any:
        """Do *work*, in which there are many runs, where one of them would be done."""
        done: list[Any] = []
        self.loaded.carry_out(lambda: done.append(work()))
        return done[0]


def _nothing(text: str) -> None:
    """Take a crash report that nobody wants to read now."""
