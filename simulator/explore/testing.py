"""Exploring in tests: a function of Python's, or a test of ExUnit that is tagged ``explore``."""

from __future__ import annotations

from collections.abc import Callable
from copy import copy
from typing import Any

from simulator.explore.exploring import Options, explore_program
from simulator.explore.failures import Wanted
from simulator.explore.invariants import breaking
from simulator.explore.report import Report
from simulator.scenario import Loaded
from simulator.scenario.config import overridden
from simulator.scenario.run import Given

RUNS = 500
"""Runs of a test that is tagged ``explore`` without a number."""


def explore(
    main: Callable[..., Any] | Loaded,
    *,
    expect: str | None = None,
    invariant: Callable[[Any], Any] | None = None,
    allow_crash: bool = False,
    strategy: str = "all",
    runs: int | None = 1_000,
    seconds: float | None = None,
    slack: int | float | str | None = None,
    delivery: str = "instant",
    seed: int = 0,
    **settings: Any,
) -> Report:
    """Run ``main(proc)``, or a loaded program, in many legal orders; return the report.

    Its ``failures`` are those that were found (none or one), ``schedule`` is the smallest order that shows it,
    ``claim`` what is known if there is none. *expect* is a text that must be in the output, *invariant* a function of
    the trace so far that must never return False or a text, after whatever event. *runs* and *seconds* are how long it
    looks, *slack* is how late timers and code may be (milliseconds, or as ``"5ms"``). *settings* are those of
    :func:`simulator.run`. Raises :class:`~simulator.explore.exploring.ExploreError` for a program that is not the same
    each time.

    >>> def worker(proc, boss, name):
    ...     proc.send(boss, name)
    >>> def main(proc):
    ...     for name in ("first", "second"):
    ...         proc.spawn(worker, proc.pid, name)
    ...     proc.puts((yield proc.receive()))
    >>> report = explore(main, expect="first", runs=100)
    >>> report.failures[0].kind, len(report.schedule.deviations)
    ('output missing', 1)
    >>> explore(main, runs=100, strategy="holds", slack=0).claim
    'no failure in all 45 schedules of at most 3 holds, no timer late'
    """
    loaded = main if isinstance(main, Loaded) else Given(main)
    if settings:
        loaded = loaded.with_config(overridden(loaded.config, settings))
    wanted = Wanted(expect, allow_crash, None if invariant is None else breaking(invariant, "the invariant"))
    return explore_program(loaded, wanted, Options(strategy, seconds, runs, seed, slack, delivery))


def explore_test(loaded: Loaded, module: str, test: str, runs: int) -> str | None:
    """Run one test of an ExUnit file in so many orders; return how it fails in one of them, or None."""
    alone = copy(loaded)
    alone.only_test, alone.explore_test = (module, test), None
    report = explore_program(alone, Wanted(), Options(runs=runs, seconds=None))
    if report.failure is None:
        return None
    lines = [f"in another order: {report.failure}", *(f"  {sentence}" for sentence in report.sentences)]
    named = loaded.explored_as or loaded.path
    return "\n".join([*lines, f"  ({report.runs:,} runs; `simulator explore {named}` writes the schedule)\n"])
