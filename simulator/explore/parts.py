"""Exploring in parts, over cores and machines: each part has schedules of its own, and no two have the same one."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import closing
from time import monotonic
from typing import Any, Final, NamedTuple

from simulator.explore.exploring import Options, explore_part, slacks_of
from simulator.explore.failures import Wanted
from simulator.explore.invariants import invariant_of
from simulator.explore.report import Report
from simulator.explore.search import Tally, claim_of
from simulator.jobs import done
from simulator.scenario import load

SHARES: Final = 8
"""Parts for each worker: so little is lost with one, and whoever is through takes the next."""


class Part(NamedTuple):
    """What a worker has to know: nothing in it but what can be sent to another machine."""

    path: str
    settings: dict[str, Any]
    language: dict[str, Any]
    """Options of the language of the program, as it is loaded with them."""
    expect: str | None
    allow_crash: bool
    invariant: str | None
    options: Options
    share: tuple[int, int]


def work_on(part: Part) -> tuple[Report, frozenset[Any]]:
    """Explore one part; return its report, and the pairs of operations that were seen."""
    loaded = load(part.path, part.settings, **part.language)
    invariant = None if part.invariant is None else invariant_of(part.invariant, loaded)
    wanted = Wanted(part.expect, part.allow_crash, invariant)
    return explore_part(loaded, wanted, part.options, part.share)


def explore_parts(
    whole: Part, jobs: int, dask: str | None, progress: Callable[[int, int, int], None] | None = None
) -> Report:
    """Explore a program in parts, until one of them has found a failure; return the report of the whole."""
    count = jobs * SHARES
    how = whole.options
    seconds = None if how.seconds is None else how.seconds / SHARES
    runs = None if how.runs is None else max(1, how.runs // count)
    options = how._replace(seconds=seconds, runs=runs)
    parts = [whole._replace(options=options, share=(number, count)) for number in range(count)]
    began = monotonic()
    reports: list[Report] = []
    seen: set[Any] = set()
    interrupted = False
    with closing(done(work_on, parts, jobs, dask)) as results:
        try:
            for _, (report, pairs) in results:
                reports.append(report)
                seen |= pairs
                if progress is not None:
                    progress(len(reports), count, sum(each.runs for each in reports))
                if report.failure is not None:
                    break
        except KeyboardInterrupt:
            interrupted = True
    return _whole(whole, reports, seen, monotonic() - began, len(reports) == count, interrupted)


def _whole(
    whole: Part, reports: list[Report], seen: set[Any], seconds: float, all_parts: bool, interrupted: bool
) -> Report:
    """Return one report of many."""
    tallies = merged([tally for report in reports for tally in report.tallies], len(reports) if all_parts else -1)
    slacks = slacks_of(load(whole.path, whole.settings, **whole.language), whole.options)
    both = sum((thing, other, one) in seen for thing, one, other in seen if one < other)
    pairs = len({(thing, *sorted((one, other))) for thing, one, other in seen})
    failed = next((report for report in reports if report.failure is not None), None)
    runs = sum(report.runs for report in reports)
    schedules = sum(report.schedules for report in reports)
    if failed is not None:
        return failed._replace(runs=runs, schedules=schedules, seconds=seconds, tallies=tallies, pairs=(both, pairs))
    return Report(
        whole.path, whole.options.strategy, whole.options.seed, None, None, [], [], runs, schedules, seconds, tallies,
        claim_of(tallies), slacks, (both, pairs), False, interrupted,
    )  # fmt: skip


def merged(tallies: Iterable[Tally], parts: int) -> list[Tally]:
    """Return the tallies of the whole: one for each strategy, complete if all of its parts are."""
    found: dict[tuple[str, int], list[Tally]] = {}
    for tally in tallies:
        found.setdefault((tally.name, tally.slack), []).append(tally)
    return [
        Tally(
            name, slack, sum(each.runs for each in those), sum(each.pruned for each in those),
            len(those) == parts and all(each.complete for each in those), None,
        )
        for (name, slack), those in found.items()
    ]  # fmt: skip
