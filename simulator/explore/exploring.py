"""Exploring a program from its file to the report."""

from __future__ import annotations

from typing import Any, Final, NamedTuple

from simulator.explore.directors import BySteps, label_of
from simulator.explore.failures import LIVELOCK, Wanted
from simulator.explore.program import MAILBOX, Outcome, Program
from simulator.explore.report import Report
from simulator.explore.schedule import DELIVERIES, Schedule
from simulator.explore.search import STRATEGIES, Budget, Exploration, Progress, plan, replay, schedule_of
from simulator.explore.shrinking import Shrinker
from simulator.explore.telling import told
from simulator.explore.trail import Step
from simulator.scenario import Loaded
from simulator.terms.durations import nanoseconds
from simulator.terms.errors import SimulatorError

SECONDS: Final = 10.0
LATE: Final = 5_000_000
"""How late anything may be, in the second try, where nothing is said of that."""


class ExploreError(SimulatorError, ValueError):
    """What cannot be explored: a program that is not the same each time, or a wish that makes no sense."""


class Options(NamedTuple):
    """How to explore."""

    strategy: str = "all"
    seconds: float | None = SECONDS
    runs: int | None = None
    seed: int = 0
    slack: int | float | str | None = None
    delivery: str = "instant"
    mailbox: int = MAILBOX


def explore_program(
    loaded: Loaded, wanted: Wanted | None = None, options: Options | None = None, progress: Progress | None = None
) -> Report:
    """Explore a loaded program. Raises :class:`ExploreError` for what cannot be explored."""
    return explore_part(loaded, wanted, options or Options(), (0, 1), progress)[0]


def explore_part(
    loaded: Loaded,
    wanted: Wanted | None,
    how: Options,
    share: tuple[int, int],
    progress: Progress | None = None,
) -> tuple[Report, frozenset[Any]]:
    """Explore a part of the schedules; return the report, and the pairs of operations that were seen in an order."""
    check(how)
    program = Program(loaded, wanted, 0, how.mailbox, how.delivery == "pairwise")
    report: tuple[Report, frozenset[Any]] = program.within(lambda: _explored(program, how, share, progress))
    return report


def check(how: Options) -> None:
    """Raise :class:`ExploreError` for options that make no sense."""
    if how.strategy not in STRATEGIES:
        raise ExploreError(f"no strategy {how.strategy!r}: there are {', '.join(STRATEGIES)}")
    if how.delivery not in DELIVERIES:
        raise ExploreError(f"delivery is {' or '.join(DELIVERIES)}, not {how.delivery!r}")
    if how.seconds is not None and not how.seconds > 0:
        raise ExploreError(f"--seconds is more than 0, not {how.seconds:g}")
    if how.runs is not None and how.runs < 1:
        raise ExploreError(f"--runs is 1 or more, not {how.runs}")
    if how.mailbox < 1:
        raise ExploreError(f"--mailbox is 1 or more, not {how.mailbox}")


def slacks_of(loaded: Loaded, how: Options) -> list[int]:
    """Return how late anything may be, one try after the other: none, and as late as was said or 5 ms."""
    said = loaded.slack if how.slack is None else how.slack
    late = LATE if said is None else nanoseconds(said)
    return [0, late] if late else [0]


def _explored(
    program: Program, how: Options, share: tuple[int, int], progress: Progress | None
) -> tuple[Report, frozenset[Any]]:
    slacks = slacks_of(program.loaded, how)
    first = _first(program)
    budget = Budget(how.seconds, how.runs)
    exploration = Exploration(program, budget, progress)
    interrupted = False
    schedule, told_of = None, None
    failure, in_order = first.failure, first.failure is not None
    if failure is None:
        try:
            exploration.search(plan(how.strategy, slacks, how.seed, share, program.wanted.invariant is None))
        except KeyboardInterrupt:
            interrupted = True
        if exploration.found is not None:
            spent = budget.spent
            shrinker = Shrinker(program, exploration.found)
            try:
                shrinker.shrink()
            except KeyboardInterrupt:
                interrupted = True
            found = shrinker.found
            schedule = schedule_of(program, found, how.delivery)
            _check_replay(program, schedule)
            told_of, failure = told(program, schedule), found.failure
            budget.began += budget.spent - spent
    report = Report(
        program.loaded.explored_as or program.loaded.path, how.strategy, how.seed, failure, schedule,
        [] if told_of is None else told_of.sentences, [] if told_of is None else told_of.objects,
        exploration.runs, exploration.schedules, budget.spent, exploration.tallies, exploration.claim(), slacks,
        (exploration.coverage.both, exploration.coverage.pairs), in_order, interrupted,
    )  # fmt: skip
    return report, exploration.coverage.seen


def two_traces(loaded: Loaded, schedule: Schedule) -> tuple[Any, Any]:
    """Return the traces of a program's ordinary run, and of the one that a schedule says."""
    program = Program(loaded, pairwise=schedule.delivery == "pairwise")
    program.loaded.config.states = True

    def run() -> tuple[Any, Any]:
        return program.run(BySteps(), True).run.trace, replay(program, schedule, True)[0].run.trace

    found: tuple[Any, Any] = program.within(run)
    return found


def _first(program: Program) -> Outcome:
    """Run the program in its ordinary order, twice: it must do the same."""
    one, other = BySteps(log=0), BySteps(log=0)
    first = program.first(one)
    if first.failure is not None and first.failure.kind == LIVELOCK:
        return first
    second = program.run(other)
    for step, again in zip(one.steps, other.steps, strict=False):
        if not _same(step, again):
            mine, yours = _shown(step, first), _shown(again, second)
            raise ExploreError(
                f"{program.loaded.name} is not the same each time (does it read a clock, or a random number that is "
                f"not the run's?): where the first run had `{mine}`, the second had `{yours}`"
            )
    if len(one.steps) != len(other.steps) or first.run.output != second.run.output:
        raise ExploreError(
            f"{program.loaded.name} is not the same each time (does it read a clock, or a random number that is not "
            f"the run's?): {_difference(first, second)}"
        )
    return first


def _same(step: Step, again: Step) -> bool:
    """Return whether two runs took the same step."""
    return (
        step.operation == again.operation
        and step.now == again.now
        and step.process.__class__ is again.process.__class__
        and (step.thing == again.thing or str(step.thing) == str(again.thing))
    )


def _shown(step: Step, outcome: Outcome) -> str:
    labels = outcome.kernel.labels
    return f"{label_of(labels, step.process)} {step.operation} {labels.thing(step.thing)} at {step.now} ns"


def _difference(first: Outcome, second: Outcome) -> str:
    lines = zip(first.run.output.splitlines(), second.run.output.splitlines(), strict=False)
    for one, other in lines:
        if one != other:
            return f"the first run printed {one[:80]!r}, the second {other[:80]!r}"
    return "one run goes on longer than the other"


def _check_replay(program: Program, schedule: Schedule) -> Any:
    """Raise ``RuntimeError`` if a schedule does not show its failure again: that would be a defect of ours."""
    outcome, missing = replay(program, schedule)
    if missing or outcome.failure is None:
        raise RuntimeError(f"the schedule that was found cannot be replayed: {'; '.join(missing) or 'no failure'}")
