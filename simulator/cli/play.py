"""``simulator play``: write the page that plays a scenario, which is run for it, or a trace; or two runs of one."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import Any

from simulator.cli.diff import two_traces
from simulator.cli.outputs import target_of, write
from simulator.cli.settings import find_scenario
from simulator.cli.status import USAGE, complain
from simulator.cli.traces import is_scenario, trace_of
from simulator.player import page
from simulator.trace.comparison import compare


def play_command(options: argparse.Namespace) -> int:
    """Write the page as the command line says; return the exit status."""
    path = find_scenario(options.file)
    wrong = _wrong(options, path)
    if wrong:
        complain(wrong)
        return USAGE
    if options.watch:
        from simulator.cli.serve import serve

        return serve(options, path)
    target = target_of(options.output, path, "html")
    made, status = make_page(options, path)
    if made is None:
        return status
    write(target, made)
    if options.open:
        import webbrowser

        webbrowser.open(Path(target).resolve().as_uri())
    return status


def _wrong(options: argparse.Namespace, path: str) -> str:
    """Return what is wrong with options that each are right; empty for nothing."""
    if options.output == "-" and options.open:
        return "--open needs a file to open, not standard output"
    if options.port is not None and not options.watch:
        return "--port is for --watch"
    if options.port is not None and not 0 <= options.port <= 65_535:
        return f"a port is a number from 0 to 65535, not {options.port}"
    if options.watch and not is_scenario(path):
        return "--watch is for a scenario: a trace does not change"
    if options.watch and options.output is not None:
        return "--watch serves the page and writes none: leave out -o"
    return ""


def make_page(options: argparse.Namespace, path: str, live: str | None = None) -> tuple[str | None, int]:
    """Return the page and the exit status that goes with it; no page where the run was broken off.

    *live* is the address at which the page asks its server for a newer one, if it is to.
    Servers' states are recorded unless the command line says not to.
    """
    options = argparse.Namespace(**{**vars(options), "assignments": ["states=true", *options.assignments]})
    if not options.against and options.second is None:
        trace, status = trace_of(options, path)
        return None if trace is None else page(trace, sources=_neighbours(trace, path), live=live), status
    traces = two_traces(options)
    if traces is None:
        return None, USAGE
    first, second = traces
    return page(first, second, sources=_neighbours(first, path), alignment=_alignment(first, second), live=live), 0


def _alignment(first: Any, second: Any) -> dict[str, Any]:
    """Return which events of two runs are the same, and the first that are not; -1 for one that there is not."""
    found = compare(first, second)
    if found.parting is None:
        return {"pairs": found.pairs, "divergence": None}
    return {"pairs": found.pairs, "divergence": [-1 if told is None else told.event.seq for told in found.parting]}


def _neighbours(trace: Any, path: str) -> dict[str, str]:
    """Return the texts of the files beside the scenario that its events took place in."""
    found: dict[str, str] = {}
    for name in dict.fromkeys(event.file for event in trace if event.file):
        file = os.path.join(os.path.dirname(path), os.path.basename(name))
        if os.path.isfile(file):
            with open(file, encoding="utf-8", errors="replace") as text:
                found[name] = text.read()
    return found
