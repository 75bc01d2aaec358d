"""The trace that a command is about: read from a file, or made by running a scenario."""

from __future__ import annotations

import argparse
import re
import sys
from typing import Any

from simulator.cli.settings import load_scenario
from simulator.cli.status import FINE
from simulator.scenario.source import held

LIMIT = 200_000  # turns: what is made of more for people to look at shows nothing, and takes long
_LINE = re.compile(r":\d+$")
_SCENARIOS = (".py", ".exs", ".ex")


def is_scenario(path: str) -> bool:
    """Tell whether a path is that of a scenario, and not of a trace."""
    return _LINE.sub("", path).endswith(_SCENARIOS)


def given_trace(path: str) -> Any:
    """Return the trace of this path, or the one that standard input had."""
    from simulator.trace import HeldTrace, read_trace

    return HeldTrace(held[path], path) if path in held else read_trace(path)


def trace_of(options: argparse.Namespace, path: str, limit: int | None = LIMIT) -> tuple[Any, int]:
    """Return the trace that *path* is or gives, and the exit status that goes with it.

    The trace is ``None`` where the run was broken off; what there is to say about it has been said. *limit* is of
    turns, where neither the command line nor the scenario has a smaller one.
    """
    if not is_scenario(path):
        trace = given_trace(path)
        if not trace.complete:
            sys.stderr.write(f"simulator: {path}: the trace is cut off: its run did not end\n")
        return trace, FINE
    from simulator.cli.run import run_watched, status_of, tell_end

    scenario = load_scenario(options)
    if limit is not None and options.limit is None:
        scenario.config.limit = min(scenario.config.limit, limit)
    result, _ = run_watched(scenario, True, None)
    tell_end(result)
    return result.trace if result.error is None else None, status_of(result)
