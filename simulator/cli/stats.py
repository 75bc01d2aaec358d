"""``simulator stats``: measure a scenario, which is run once or with many seeds, or a trace."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Generator
from contextlib import closing
from typing import Any, NamedTuple

from simulator.cli.progress import Progress
from simulator.cli.run import run_watched, status_of, tell_end
from simulator.cli.settings import find_scenario, order, overrides
from simulator.cli.status import FINE, INTERRUPTED, USAGE, complain
from simulator.cli.traces import given_trace, is_scenario
from simulator.jobs import done
from simulator.scenario import Run, load
from simulator.terms.errors import SimulatorError
from simulator.trace import Statistics, StatisticsRecorder, UnknownProcess, statistics
from simulator.trace.stats.export import report_csv, report_json
from simulator.trace.stats.repeated import have_intervals, repeated
from simulator.trace.stats.report import report
from simulator.trace.stats.tables import Report
from simulator.trace.stats.text import ROWS, report_text


class RunFailed(SimulatorError, RuntimeError):
    """One of several runs could not be made; says which."""


def stats_command(options: argparse.Namespace) -> int:
    """Measure as the command line says; return the exit status."""
    path = find_scenario(options.file)
    wrong = _wrong(options, path)
    if wrong:
        complain(wrong)
        return USAGE
    measure = _repeated if options.runs is not None else _once if is_scenario(path) else _traced
    written, status = measure(options, path)
    if written is not None:
        sys.stdout.write(_written(options, written))
    return status


def _wrong(options: argparse.Namespace, path: str) -> str:
    """Return what is wrong with options that each are right; empty for nothing."""
    for name in ("runs", "jobs"):
        number = getattr(options, name)
        if number is not None and number < 1:
            return f"--{name} is 1 or more, not {number}"
        if number is not None and not is_scenario(path):
            return f"--{name} is for a scenario: a trace is of one run"
    if options.runs is not None and options.schedule is not None:
        return "--schedule is the order of one run, and --runs makes several"
    if options.file == "-" and (options.jobs or 1) > 1:
        return "--jobs needs a file: each job reads the scenario for itself"
    if options.jobs is not None and options.runs is None:
        return "--jobs is for --runs: one run is one job"
    return ""


def _written(options: argparse.Namespace, written: Report) -> str:
    if options.json:
        return report_json(written)
    if options.csv:
        return report_csv(written)
    return report_text(written, None if _each(options) else ROWS)


def _each(options: argparse.Namespace) -> bool:
    """Say whether each row is wanted."""
    return bool(options.all or options.only)


def _folds(options: argparse.Namespace) -> bool:
    """Say whether many processes of one name are to be one row: in text for people, unless they ask for each."""
    return not (options.json or options.csv or _each(options))


def _traced(options: argparse.Namespace, path: str) -> tuple[Report | None, int]:
    """Measure a trace."""
    figures = statistics(given_trace(path))
    if figures.ended is None:
        sys.stderr.write(f"simulator: {path}: the trace is cut off: its run did not end\n")
    return report(_selected(options, figures), _folds(options)), FINE


def _once(options: argparse.Namespace, path: str) -> tuple[Report | None, int]:
    """Run a scenario and measure it."""
    result, figures = _measure(path, overrides(options), quiet=False, schedule=options.schedule)
    tell_end(result)
    status = status_of(result)
    if result.error is not None:
        return None, status
    return report(_selected(options, figures), _folds(options)), status


def _measure(path: str, settings: dict[str, Any], quiet: bool, schedule: str | None = None) -> tuple[Run, Statistics]:
    recorders: list[StatisticsRecorder] = []

    def recorder(header: Any, scenario_file: str) -> StatisticsRecorder:
        recorders.append(StatisticsRecorder(header, scenario_file))
        return recorders[0]

    scenario = load(path, settings)
    order(scenario, schedule)
    result, _ = run_watched(scenario, recorder, None, quiet=quiet)
    return result, recorders[0].statistics()


def _selected(options: argparse.Namespace, figures: Statistics) -> Statistics:
    names = [part.strip() for part in (options.only or "").split(",") if part.strip()]
    return figures.only(names) if names else figures


# -- several runs -----------------------------------------------------------------------------


class _Done(NamedTuple):
    """One of several runs, as it comes back from the process that made it."""

    seed: int
    figures: Statistics
    status: int
    wrong: str
    """What was wrong with it; empty for nothing."""


def _repeated(options: argparse.Namespace, path: str) -> tuple[Report | None, int]:
    """Run a scenario with several seeds and measure each run."""
    settings = overrides(options)
    first = load(path, settings).config.seed
    tasks = [(path, {**settings, "seed": seed}) for seed in range(first, first + options.runs)]
    if not have_intervals():
        sys.stderr.write("simulator: means only: intervals need SciPy (pip install 'beam-simulator[stats]')\n")
    runs: list[Statistics] = []
    status = FINE
    progress = Progress()
    with closing(_results(tasks, min(options.jobs or 1, options.runs))) as results:
        for one in results:
            if one.status == INTERRUPTED:
                raise KeyboardInterrupt
            if one.wrong:
                raise RunFailed(f"seed {one.seed}: {one.wrong}")
            runs.append(one.figures)
            if one.status:
                progress.wipe()
                sys.stderr.write(f"simulator: seed {one.seed}: the main process ended abnormally\n")
            status = max(status, one.status)
            progress.show(f"{len(runs)} of {options.runs} runs")
    progress.wipe()
    return repeated(_selected_of_all(options, runs), _folds(options)), status


def _results(tasks: list[tuple[str, dict[str, Any]]], jobs: int) -> Generator[_Done, None, None]:
    """Yield what came of each task, in their order."""
    waiting: dict[int, _Done] = {}
    following = 0
    with closing(done(_one_of_several, tasks, jobs)) as results:
        for number, result in results:
            waiting[number] = result
            while following in waiting:
                yield waiting.pop(following)
                following += 1


def _one_of_several(task: tuple[str, dict[str, Any]]) -> _Done:
    path, settings = task
    result, figures = _measure(path, settings, quiet=True)
    wrong = ""
    if result.error is not None:
        wrong = str(result.error)
    elif result.ended == "limit":
        wrong = f"stopped after {result.kernel.turns:,} turns of processes: give it an end with --until"
    return _Done(settings["seed"], figures, status_of(result), wrong)


def _selected_of_all(options: argparse.Namespace, runs: list[Statistics]) -> list[Statistics]:
    """Select in each run; a process need not be in all of them."""
    selected, unknown = [], None
    for run in runs:
        try:
            selected.append(_selected(options, run))
        except UnknownProcess as nobody:
            unknown = nobody
    if unknown is not None and not selected:
        raise unknown
    return selected
