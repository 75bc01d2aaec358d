"""``simulator explore``: look for an order of events that breaks a program; the report on standard output."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from typing import TYPE_CHECKING, Any

from simulator.cli.outputs import target_of
from simulator.cli.progress import Progress
from simulator.cli.settings import elixir_options, load_scenario, overrides
from simulator.cli.status import ABNORMAL, FINE, INTERRUPTED

if TYPE_CHECKING:
    from simulator.explore.exploring import Options
    from simulator.explore.report import Report
    from simulator.explore.schedule import Schedule
    from simulator.explore.search import Exploration
    from simulator.scenario import Loaded


def explore_command(options: argparse.Namespace) -> int:
    """Explore as the command line says; return the exit status."""
    from simulator.explore import require_greenlet

    require_greenlet()
    from simulator.explore.exploring import SECONDS, ExploreError, Options, explore_program
    from simulator.explore.failures import Wanted
    from simulator.explore.invariants import invariant_of
    from simulator.explore.schedule import write_schedule

    scenario = load_scenario(options)
    target = target_of(options.output, scenario.path, "schedule.json")
    seconds = options.seconds if options.seconds is not None or options.runs is not None else SECONDS
    how = Options(
        options.strategy, seconds, options.runs, options.seed or 0, options.slack, options.delivery, options.mailbox
    )
    invariant = None if options.invariant is None else invariant_of(options.invariant, scenario)
    wanted = Wanted(options.expect, options.allow_crash, invariant)
    gc.set_threshold(50_000, 20, 100)
    gc.freeze()
    progress = Progress()
    if options.jobs is not None and options.jobs < 1:
        raise ExploreError(f"--jobs is 1 or more, not {options.jobs}")
    if options.dask is None and (options.jobs or 1) == 1:
        report = explore_program(scenario, wanted, how, _teller(progress) if progress.shows else None)
    else:
        report = _in_parts(options, scenario, how, progress)
    progress.wipe()
    written = page = ""
    if report.schedule is not None:
        write_schedule(report.schedule, target)
        written = target
        if options.page:
            page = _write_page(scenario, report.schedule, target)
    if options.json:
        import json

        print(json.dumps(report.json(written, page), indent=2, ensure_ascii=False))
    else:
        sys.stdout.write(report.text(written, page))
    if report.failure is not None:
        return ABNORMAL
    return INTERRUPTED if report.interrupted else FINE


def _in_parts(options: argparse.Namespace, scenario: Loaded, how: Options, progress: Progress) -> Report:
    """Explore with several processes, or on a cluster."""
    from simulator.explore.exploring import check
    from simulator.explore.parts import Part, explore_parts

    check(how)

    def show(parts: int, count: int, runs: int) -> None:
        progress.show(f"{parts} of {count} parts, {runs:,} runs")

    language = elixir_options(options) if hasattr(scenario, "script") else {}
    part = Part(
        os.path.abspath(scenario.path), overrides(options), language, options.expect, options.allow_crash,
        options.invariant, how, (0, 1),
    )  # fmt: skip
    report = explore_parts(part, options.jobs or 2, options.dask, show)
    return report._replace(program=scenario.path)


def _write_page(scenario: Loaded, schedule: Schedule, target: str) -> str:
    """Write the page on which the ordinary run and the one that failed stand side by side; return where."""
    from simulator.cli.pages import page_of_two
    from simulator.explore.exploring import two_traces

    path = target.removesuffix(".json").removesuffix(".schedule") + ".html"
    with open(path, "w", encoding="utf-8") as file:
        file.write(page_of_two(*two_traces(scenario, schedule), scenario.path))
    return path


def _teller(progress: Progress) -> Any:
    """Return what shows how far an exploration is, in one line."""

    def show(exploration: Exploration) -> None:
        spent = exploration.budget.spent
        rate = exploration.runs / spent if spent > 0 else 0.0
        line = f"{exploration.runs:,} runs, {rate:,.0f} a second, {spent:.0f} s"
        line += f", {exploration.coverage.both} of {exploration.coverage.pairs} pairs in both orders"
        if exploration.at_work is not None:
            search, runs = exploration.at_work
            chance = search.chance(runs)
            line += f", {search.name}" + ("" if chance is None else f" {chance:.0%}")
        progress.show(line)

    return show
