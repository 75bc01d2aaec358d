"""``simulator run``: run a scenario, its output on standard output, all else on standard error."""

from __future__ import annotations

import argparse
import gc
import sys
import time
from collections.abc import Callable
from functools import partial
from typing import Any

from simulator.cli.nets import Nets, hung
from simulator.cli.settings import check_not_input, load_scenario
from simulator.cli.status import ABNORMAL, INTERRUPTED, LIMIT, USAGE, complain
from simulator.cli.watch import Watch
from simulator.kernel import CutOff, Kernel, MailboxFlood, StalledClock, TooManyProcesses
from simulator.scenario import Loaded, Run, exit_status, start
from simulator.terms import inspect
from simulator.terms.durations import duration_text

_NAMED = 5  # files that are named of those that are kept in memory
_ENDINGS = {
    "finished": "finished",
    "halted": "main process ended",
    "until": "stopped",
    "limit": "stopped",
    "interrupted": "interrupted",
    "error": "broken off",
}


def run_command(options: argparse.Namespace) -> int:
    """Run a scenario as the command line says; return the exit status."""
    scenario = load_scenario(options)
    to_stdout = options.trace == "-"
    if options.trace and not to_stdout:
        check_not_input(options.trace, scenario.path)
    if to_stdout and options.json:
        complain("--trace - and --json both want standard output")
        return USAGE
    echo = None if options.json else sys.stderr.write if to_stdout else sys.stdout.write
    trace: Any = sys.stdout.buffer if to_stdout else options.trace or False
    result, seconds = run_watched(scenario, trace, echo, options.timestamps)
    options.result = result  # kept to the end, where nobody takes it apart
    sys.stdout.flush()
    status = status_of(result)
    if options.json:
        import json

        print(json.dumps(_as_json(scenario, result, status, seconds), indent=2, ensure_ascii=False))
    tell_end(result)
    if options.verbose:
        _tell_more(result)
    if not options.quiet and not options.json:
        sys.stderr.write(summary(result, seconds) + "\n" + kept_text(result.kept))
    return status


def run_watched(
    scenario: Loaded, trace: Any, echo: Callable[[str], Any] | None, timestamps: bool = False, quiet: bool = False
) -> tuple[Run, float]:
    """Run a scenario with a watch beside it; return the run and the seconds that it took.

    A *quiet* one shows no progress and no crash reports: it is one of many.
    """
    # Collecting cycles of garbage every 700 objects costs a third of a run that makes many processes.
    gc.set_threshold(50_000, 20, 100)
    gc.freeze()
    watch = Watch(show=not quiet)
    kernels: list[Kernel] = []
    nets = hung()
    scenario.cut = None if nets is None else partial(_cut, nets)

    def prepare(kernel: Kernel) -> None:
        kernels.append(kernel)
        watch.on(kernel)
        if nets is not None:
            nets.kernel = kernel

    def print_text(text: str) -> None:
        assert echo is not None
        echo(_stamped(text, kernels[0]._now) if timestamps else text)

    def print_report(text: str) -> None:
        if quiet:
            return
        sys.stdout.flush()
        sys.stderr.write(f"\n{clock_text(kernels[0]._now)} [error] {text}\n")

    began = time.perf_counter()
    for warning in () if quiet else scenario.warnings:
        sys.stderr.write(f"{warning}\n")
    try:
        result = start(
            scenario, trace=trace, echo=None if echo is None else print_text, report=print_report, prepare=prepare
        )
    finally:
        watch.close()
        if nets is not None:
            nets.kernel = None
    if scenario.followed is not None:
        scenario.followed()
    return result, time.perf_counter() - began


def _cut(nets: Nets) -> CutOff | None:
    """Return what has cut a run off, if it was one of the nets."""
    found = nets.take()
    return None if found is None else CutOff(*found)


def status_of(result: Run) -> int:
    """Return the exit status for the way in which a run ended."""
    if result.ended == "interrupted":
        return INTERRUPTED
    if result.ended == "limit" or isinstance(result.error, (CutOff, MailboxFlood, StalledClock, TooManyProcesses)):
        return LIMIT
    if result.error is not None:
        return USAGE
    return exit_status(result)


def tell_end(result: Run) -> None:
    """Say what went wrong, if anything did."""
    for line in result.misspelt:
        complain(line)
    if result.error is not None and isinstance(result.error.__cause__, BrokenPipeError):
        raise result.error.__cause__  # whoever read the output has gone: the run has done what it could
    if result.error is not None:
        complain(str(result.error))
    elif result.ended == "limit":
        complain(
            f"stopped after {result.kernel.turns:,} turns of processes, at {duration_text(result.now)}: "
            "the scenario has no end; give it one with --until, or more room with --limit"
        )
    elif result.stuck is not None:
        complain(f"{result.stuck}, and nothing more can happen")
    elif result.status is None and exit_status(result) == ABNORMAL:
        sys.stderr.write(result.kernel.main_banner + "\n")


def summary(result: Run, seconds: float) -> str:
    """Return the line that sums a run up, and one for each circle of processes that wait for each other."""
    figures = result.counts()
    return (
        f"{_ENDINGS[result.ended]} at {duration_text(result.now)} · {_count(figures['processes'], 'process')}"
        f" · {_count(figures['messages'], 'message')} · {_count(figures['turns'], 'turn')}"
        f" · {seconds:.2f} s of wall time" + "".join(f"\ndeadlock: {circle}" for circle in result.deadlocks)
    )


def kept_text(files: list[str]) -> str:
    """Return the line that names the files which a program wrote and which are in memory alone; nothing for none.

    >>> kept_text(["out.csv"])
    '1 file kept in memory: out.csv (--allow-write keeps it)\\n'
    """
    if not files:
        return ""
    more = f" and {len(files) - _NAMED} more" if len(files) > _NAMED else ""
    them = "it" if len(files) == 1 else "them"
    shown = ", ".join(files[:_NAMED])
    return f"{_count(len(files), 'file')} kept in memory: {shown}{more} (--allow-write keeps {them})\n"


def _count(number: int, noun: str) -> str:
    plural = noun + ("es" if noun.endswith("s") else "s")
    return f"{number:,} {noun if number == 1 else plural}"


def _as_json(scenario: Loaded, result: Run, status: int, seconds: float) -> dict[str, Any]:
    return {
        "scenario": scenario.name,
        "title": scenario.title,
        "status": status,
        "ended": result.ended,
        "reason": None if result.kernel.main_exit is None else inspect(result.reason),
        "error": None if result.error is None else str(result.error),
        "output": result.output,
        "reports": result.reports,
        "kept_in_memory": result.kept,
        "waiting": result.waiting,
        "deadlocks": result.deadlocks,
        **result.counts(),
        "wall_s": round(seconds, 6),
        "settings": {
            key: value if _is_json(value) else repr(value) for key, value in scenario.config.settings().items()
        },
    }


def _is_json(value: Any) -> bool:
    return value is None or isinstance(value, (bool, int, float, str))


def _tell_more(result: Run) -> None:
    sys.stderr.write(f"settings: {result.config!r}\n")
    for line in result.waiting:
        sys.stderr.write(f"still alive: {line}\n")


def clock_text(ns: int) -> str:
    """Return a virtual time as a clock shows it: ``00:00:01.250``, with more digits where it has them.

    >>> clock_text(3_661_250_000_000), clock_text(1_500)
    ('01:01:01.250', '00:00:00.000001500')
    """
    seconds, rest = divmod(ns, 1_000_000_000)
    fraction = f"{rest // 1_000_000:03}" if rest % 1_000_000 == 0 else f"{rest:09}"
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}.{fraction}"


def _stamped(text: str, ns: int) -> str:
    stamp = clock_text(ns)
    return "".join(f"{stamp} {line}" for line in text.splitlines(keepends=True))
