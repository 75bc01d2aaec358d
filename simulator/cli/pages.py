"""The page that plays what a command line names: a scenario, which is run for it, a trace, or two runs."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable
from typing import Any

from simulator.cli.diff import two_traces
from simulator.cli.settings import overrides
from simulator.cli.status import USAGE
from simulator.cli.traces import is_scenario, trace_of
from simulator.player import page
from simulator.scenario.lessons.answering import changes, shipped, told
from simulator.scenario.lessons.lesson import lesson_of
from simulator.trace.comparison import alignment


def make_page(options: argparse.Namespace, path: str, live: str | None = None) -> tuple[str | None, int]:
    """Return the page and the exit status that goes with it; no page where the run was broken off.

    *live* is the address at which the page asks its server for a newer one, if it is to.
    Servers' states are recorded unless the command line says not to.
    """
    options = argparse.Namespace(**{**vars(options), "assignments": ["states=true", *options.assignments]})
    if not options.against and options.second is None:
        trace, status = trace_of(options, path)
        if trace is None:
            return None, status
        lesson, variants = _lesson(trace, path, options)
        beside = _beside(path)
        made = page(trace, sources=beside, live=live, embed=options.embed, lesson=lesson, variants=variants)
        return made, status
    traces = two_traces(options)
    if traces is None:
        return None, USAGE
    return page_of_two(*traces, path, live, options.embed), 0


def _lesson(trace: Any, path: str, options: argparse.Namespace) -> tuple[dict[str, Any] | None, dict[str, Any]]:
    """Return what the lesson beside a scenario asks of this run, if there is one, and the runs with its changes."""
    lesson = lesson_of(path) if is_scenario(path) else None
    if lesson is None:
        return None, {}
    changed = changes(lesson, path, overrides(options))
    return told(lesson, trace, path, changed), shipped(changed, trace)


def page_of_two(first: Any, second: Any, path: str, live: str | None = None, embed: bool = False) -> str:
    """Return the page of two runs, side by side; *path* is the scenario's, whose neighbours' sources it shows."""
    same = alignment(first, second)
    return page(first, second, sources=_beside(path), alignment=same, live=live, embed=embed)


def _beside(path: str) -> Callable[[str], str | None]:
    """Return what gives the texts of files beside a scenario, by the names that its events give them."""

    def text_of(name: str) -> str | None:
        beside = os.path.join(os.path.dirname(path), os.path.basename(name))
        file = name if os.path.dirname(name) and os.path.isfile(name) else beside
        if not os.path.isfile(file):
            return None
        with open(file, encoding="utf-8", errors="replace") as text:
            return text.read()

    return text_of
