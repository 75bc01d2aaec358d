"""The figures of large traces, one function each: the most memory of a whole command, and its processor time."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.command import Figure
from benchmarks.harness import Row, Size
from benchmarks.trace_programs import write_trace

_EVENTS = 1_000_000
_MEGABYTE = 1_000_000
_MOST = 100  # megabytes
_MAXRSS_UNIT = 1 if sys.platform == "darwin" else 1024


def command_cost(*arguments: str, cwd: str) -> tuple[float, float]:
    """Run the command as a process of its own: its processor seconds, and the most megabytes that it held."""
    ours = os.pathsep.join(path for path in (os.getcwd(), os.environ.get("PYTHONPATH")) if path)
    process = subprocess.Popen(
        [sys.executable, "-m", "simulator", *arguments], cwd=cwd, env={**os.environ, "PYTHONPATH": ours},
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):  # 1: two runs that differ
        raise RuntimeError(f"simulator {' '.join(arguments)} ended with {process.returncode}")
    return used.ru_utime + used.ru_stime, used.ru_maxrss * _MAXRSS_UNIT / _MEGABYTE


def _row(name: str, figure: str, size: Size, *arguments: str, traces: int = 1) -> Row:
    events = size.of(_EVENTS)
    with tempfile.TemporaryDirectory() as folder:
        for n, letter in enumerate("ab"[:traces]):
            write_trace(Path(folder, f"{letter}.jsonl"), events, events // 50 if n else None)
        taken, held = command_cost(*arguments, cwd=folder)
    told = f"{taken:.1f} s of processor time"
    shown, wanted = f"{held:.0f} MB", f"{_MOST} MB or less"
    return Row(name, figure.format(events=events), told, "", held, shown, wanted, held <= _MOST)


def diff(size: Size) -> Row:
    """Two traces that part after a quarter, compared."""
    return _row("diff", "`diff` of two traces of {events:,} events", size, "diff", "a.jsonl", "b.jsonl", traces=2)


def timeline(size: Size) -> Row:
    """The timeline of a trace, of which it shows the beginning."""
    arguments = ("diagram", "a.jsonl", "--kind", "timeline", "-o", "a.svg")
    return _row("timeline", "the timeline of a trace of {events:,} events", size, *arguments)


def perfetto(size: Size) -> Row:
    """A trace written for Perfetto."""
    arguments = ("export", "a.jsonl", "--format", "perfetto", "-o", "a.json")
    return _row("perfetto", "a trace of {events:,} events for Perfetto", size, *arguments)


FIGURES: dict[str, Figure] = {"diff": diff, "timeline": timeline, "perfetto": perfetto}
