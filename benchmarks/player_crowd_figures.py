"""The player's figures of large traces: a thousand processes, from half a million events on. A figure is a function."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.command import Figure
from benchmarks.harness import Row, Size
from benchmarks.player_frames import INTO, STEP, computed_by, most, times_of_frames, times_row
from benchmarks.player_programs import browser, has_browser, open_in, opened, window, write_crowd
from benchmarks.trace_figures import command_cost

_CROWD = 600_000
_LARGER = 767_000
_MILLION = 1_030_000  # its rounds are whole: some more than a million come of it
_MEGABYTE = 1_000_000
_ROUNDS = 3
"""Of each figure: a large page takes its time."""


def build(size: Size) -> Row:
    """The whole command, from the trace's file to the page's, by processor time."""
    with _trace(size, _CROWD) as (trace, events):
        taken = [command_cost("play", trace.name, "-o", "page.html", cwd=str(trace.parent))[0] for _ in _rounds(size)]
    return _seconds_row("crowd-build", f"a page of {events:,} events of 1,001 processes: making it", median(taken), 2)


def memory(size: Size) -> Row:
    """The most memory of that command, for a larger trace."""
    with _trace(size, _LARGER) as (trace, events):
        held = command_cost("play", trace.name, "-o", "page.html", cwd=str(trace.parent))[1]
    return _megabytes_row(
        "crowd-memory", f"a page of {events:,} events: memory to make it", held, f"{held:.0f} MB", 150
    )


def opening(size: Size) -> Row:
    """From the beginning of the navigation to the end of the frame in which the timeline was drawn first."""
    figure = "opening the first of them: first useful picture"
    with _page(size, _CROWD) as (chromium, file):
        if chromium is None:
            return _unmeasured("crowd-open", figure, "1.5 s or less")
        clock, computed = [], []
        for _ in _rounds(size):
            shown = window(chromium)
            computed.append(computed_by(shown, partial(open_in, shown, file)) / 1000)
            clock.append(shown.evaluate("window.firstPicture") / 1000)
            shown.context.close()
    row = _seconds_row("crowd-open", figure, median(clock), 1.5)
    return row._replace(ours=f"{row.ours}, {median(computed):.2f} s of processor time")


def stepping(size: Size) -> Row:
    """The key for the next event, in each frame."""
    return _frames("crowd-step", "stepping in it by key: 95th percentile of the time of a frame", size, _CROWD, STEP)


def heap(size: Size) -> Row:
    """What the page holds once it is open and what nobody needs has been let go: objects, and columns beside."""
    with _page(size, _MILLION) as (chromium, file):
        if chromium is None:
            return _unmeasured("million-heap", "a page of a million events: memory", "60 MB or less")
        shown = opened(chromium, file)
        events = shown.evaluate("player.model.trace.n")
        session = shown.context.new_cdp_session(shown)
        for _ in range(2):  # what the first finds free of pointers, the second can let go
            session.send("HeapProfiler.collectGarbage")
        used = session.send("Runtime.getHeapUsage")
    objects, columns = used["usedSize"] / _MEGABYTE, used["backingStorageSize"] / _MEGABYTE
    told = f"{objects:.0f} MB of objects and {columns:.0f} MB of columns"
    return _megabytes_row("million-heap", f"a page of {events:,} events: memory", objects + columns, told, 60)


def zooming(size: Size) -> Row:
    """The wheel turns in each frame, as in the smaller page."""
    return _frames("million-zoom", "zooming in it: 95th percentile of the time of a frame", size, _MILLION, INTO)


def _frames(name: str, figure: str, size: Size, events: int, act: str) -> Row:
    with _page(size, events) as (chromium, file):
        if chromium is None:
            return _unmeasured(name, figure, "50 ms or less")
        shown = opened(chromium, file)
        clock, computed = times_of_frames(shown, act, size.of(120))
    return times_row(name, figure, most(computed), most(clock), 50)


def _rounds(size: Size) -> range:
    return range(min(_ROUNDS, size.rounds))


@contextmanager
def _trace(size: Size, events: int) -> Iterator[tuple[Path, int]]:
    """Give the file of a trace, and how many events it has."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "crowd.jsonl")
        yield file, write_crowd(file, size.of(events))


@contextmanager
def _page(size: Size, events: int) -> Iterator[tuple[Any, Path]]:
    """Give a browser and the file of a page; no browser where there is none."""
    if not has_browser():
        yield None, Path()
        return
    with _trace(size, events) as (trace, _), browser() as chromium:
        command_cost("play", trace.name, "-o", "page.html", cwd=str(trace.parent))
        yield chromium, trace.with_name("page.html")


def _seconds_row(name: str, figure: str, value: float, target: float) -> Row:
    shown = f"{value:.2f} s"
    return Row(name, figure, shown, "", value, shown, f"{target:g} s or less", value <= target)


def _megabytes_row(name: str, figure: str, value: float, told: str, target: float) -> Row:
    return Row(name, figure, told, "", value, f"{value:.0f} MB", f"{target:g} MB or less", value <= target)


def _unmeasured(name: str, figure: str, target: str) -> Row:
    return Row(name, figure, "no browser", "", None, "-", target, None)


FIGURES: dict[str, Figure] = {
    "crowd-build": build,
    "crowd-open": opening,
    "crowd-step": stepping,
    "crowd-memory": memory,
    "million-heap": heap,
    "million-zoom": zooming,
}
