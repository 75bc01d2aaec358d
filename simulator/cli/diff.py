"""``simulator diff``: where two runs of one scenario part."""

from __future__ import annotations

import argparse
import json
import sys
from typing import Any

from simulator.cli.settings import find_scenario
from simulator.cli.status import FINE, USAGE, complain
from simulator.cli.traces import is_scenario, trace_of
from simulator.terms.durations import duration_text
from simulator.terms.visible import printable
from simulator.trace.comparison import Comparison, Told, compare
from simulator.trace.wording import describe

DIFFERENT = 1


def diff_command(options: argparse.Namespace) -> int:
    """Compare as the command line says; return the exit status: 0 for the same, 1 for different, 2 for trouble."""
    traces = two_traces(options)
    if traces is None:
        return USAGE
    first, second = traces
    found = compare(first, second)
    if options.json:
        print(json.dumps(_as_json(found, first, second), indent=2, ensure_ascii=False))
    else:
        sys.stdout.write(_as_text(found, first, second))
    return FINE if found.same else DIFFERENT


def two_traces(options: argparse.Namespace) -> tuple[Any, Any] | None:
    """Return the traces of the two runs that the command line means; what is wrong has been said where it is None."""
    if options.against and options.second is not None:
        complain("--against runs the first scenario twice: give one file with it")
        return None
    if not options.against and options.second is None:
        complain("two runs are compared: give a second file, or --against KEY=VALUE to run the first one again")
        return None
    path = find_scenario(options.file)
    if options.against and not is_scenario(path):
        complain("--against runs a scenario again: a trace is of one run")
        return None
    first, _ = trace_of(options, path)
    again = argparse.Namespace(**vars(options))
    if options.against:
        given = [each for each in options.against if not each.startswith("schedule=")]
        for schedule in options.against:
            if schedule.startswith("schedule="):
                again.schedule = schedule.removeprefix("schedule=")
        again.assignments = [*options.assignments, *given]
        _free(again, options.against)
    else:
        again.file = options.second
    second, _ = trace_of(again, find_scenario(again.file))
    return None if first is None or second is None else (first, second)


def _free(options: argparse.Namespace, assignments: list[str]) -> None:
    """Let what is assigned win over the option of the same name."""
    for assignment in assignments:
        key = assignment.partition("=")[0]
        if key in ("until", "seed", "schedulers", "latency", "cost", "halt", "limit"):
            setattr(options, key, None)


def _as_text(found: Comparison, first: Any, second: Any) -> str:
    lines = [f"A  {_title(first)}", f"B  {_title(second)}", ""]
    if found.same:
        return "\n".join([*lines, f"The same: {found.in_both:,} events, at the same times."]) + "\n"
    if found.timing is not None:
        here, there = found.timing
        lines += [
            f"The first thing at another time: {_line(here, describe_told(here))}",
            f"{'':33}B: {duration_text(there.event.t)}",
            "",
        ]
    if found.parting is None:
        lines.append("The same happens in the same order.")
    else:
        lines += _parting(found)
    lines += [
        "",
        f"{found.in_both:,} events in both, {found.only_first:,} only in A, {found.only_second:,} only in B.",
    ]
    return "\n".join(lines) + "\n"


def _parting(found: Comparison) -> list[str]:
    first, second = found.after
    return [
        f"{'They part here.':33}",
        *(f"   {_line(told, describe_told(told))}" for told in found.before),
        *([f"A  {_line(told, describe_told(told))}" for told in first] or ["A  its run was over"]),
        *([f"B  {_line(told, describe_told(told))}" for told in second] or ["B  its run was over"]),
    ]


def describe_told(told: Told) -> str:
    """Return an event in words, with the stable id of its process."""
    return f"{told.who} {describe(told.event)}".strip()


def _line(told: Told, words: str) -> str:
    seen = printable(words)
    short = seen if len(seen) <= 160 else seen[:159] + "…"
    return f"{told.event.seq:>6}  {duration_text(told.event.t):>12}  {short}"


def _title(trace: Any) -> str:
    header = trace.header
    settings = ", ".join(
        f"{name} {header.settings[name]}"
        for name in ("latency", "cost", "schedulers", "until")
        if header.settings.get(name) is not None
    )
    return f"{printable(header.scenario.name)}, seed {header.seed}" + (f", {settings}" if settings else "")


def _as_json(found: Comparison, first: Any, second: Any) -> dict[str, Any]:
    return {
        "same": found.same,
        "a": _title(first),
        "b": _title(second),
        "parting": None if found.parting is None else [_told_json(told) for told in found.parting],
        "timing": None if found.timing is None else [_told_json(told) for told in found.timing],
        "in_both": found.in_both,
        "only_a": found.only_first,
        "only_b": found.only_second,
    }


def _told_json(told: Told | None) -> dict[str, Any] | None:
    if told is None:
        return None
    return {"seq": told.event.seq, "t": told.event.t, "process": told.who, "what": describe(told.event)}
