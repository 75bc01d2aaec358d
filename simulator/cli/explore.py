"""``simulator explore``: look for an order of events that breaks a program; the report on standard output."""

from __future__ import annotations

import argparse
import gc
import sys
from typing import TYPE_CHECKING, Any

from simulator.cli.outputs import target_of
from simulator.cli.settings import load_scenario
from simulator.cli.status import ABNORMAL, FINE, INTERRUPTED

if TYPE_CHECKING:
    from simulator.explore.search import Exploration


def explore_command(options: argparse.Namespace) -> int:
    """Explore as the command line says; return the exit status."""
    from simulator.explore import require_greenlet

    require_greenlet()
    from simulator.explore.exploring import SECONDS, Options, explore_program
    from simulator.explore.failures import Wanted
    from simulator.explore.schedule import write_schedule

    scenario = load_scenario(options)
    target = target_of(options.output, scenario.path, "schedule.json")
    seconds = options.seconds if options.seconds is not None or options.runs is not None else SECONDS
    how = Options(
        options.strategy, seconds, options.runs, options.seed or 0, options.slack, options.delivery, options.mailbox
    )
    wanted = Wanted(options.expect, options.allow_crash)
    gc.set_threshold(50_000, 20, 100)
    gc.freeze()
    report = explore_program(scenario, wanted, how, _progress() if sys.stderr.isatty() else None)
    if sys.stderr.isatty():
        sys.stderr.write("\r\x1b[K")
    written = ""
    if report.schedule is not None:
        write_schedule(report.schedule, target)
        written = target
    if options.json:
        import json

        print(json.dumps(report.json(written), indent=2, ensure_ascii=False))
    else:
        sys.stdout.write(report.text(written))
    if report.failure is not None:
        return ABNORMAL
    return INTERRUPTED if report.interrupted else FINE


def _progress() -> Any:
    """Return what shows how far an exploration is, in one line."""

    def show(exploration: Exploration) -> None:
        spent = exploration.budget.spent
        rate = exploration.runs / spent if spent > 0 else 0.0
        sys.stderr.write(f"\r\x1b[K{exploration.runs:,} runs, {rate:,.0f} a second, {spent:.0f} s")
        sys.stderr.flush()

    return show
