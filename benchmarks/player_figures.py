"""The figures of the player's table, one function each. The docstring says what is measured, and how."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.command import Figure
from benchmarks.harness import Row, Size, seconds
from benchmarks.player_frames import INTO, computed_at, most, times_of_frames, times_row
from benchmarks.player_programs import browser, busy, has_browser, opened
from simulator.diagrams import sequence
from simulator.player import page

_EVENTS = 100_000

_COUNT = 120
"""Frames that are measured of each."""

_INSPECT = """
async steps => {
  const { model, store } = window.player;
  const taken = [];
  for (const step of steps) {
    const began = performance.now();
    %s
    await new Promise(done => requestAnimationFrame(() => { document.body.offsetHeight; setTimeout(done); }));
    taken.push(performance.now() - began);
  }
  return taken;
}
"""
"""From the moment that the cursor is set to the end of the frame in which all of the page has been drawn."""

_TO_AN_INSTANT = 'store.set({ cursor: Math.floor(step * model.trace.n), panel: "inspector" });'


def _amount(size: Size) -> int:
    return max(2_000, _EVENTS // size.divisor)


def build(size: Size) -> Row:
    """From the trace in memory to the page's text, by processor time."""
    trace = busy(_amount(size))
    value = median(seconds(lambda: page(trace)) for _ in range(size.rounds))
    return _row("build", f"a page of {len(trace):,} events: making it", value, "s", 3)  # type: ignore[arg-type]


def file_size(size: Size) -> Row:
    """The bytes of that page, code and style included."""
    value = len(page(busy(_amount(size))).encode()) / 1e6
    return _row("size", "the same: its file", value, "MB", 5)


def first_picture(size: Size) -> Row:
    """From the beginning of the navigation to the end of the frame in which the timeline was drawn first."""
    with _page(size) as (chromium, file):
        if chromium is None:
            return _unmeasured("open", "the same, opening: first useful picture", "1.5 s or less")
        taken = []
        for _ in range(size.rounds):
            shown = opened(chromium, file)
            taken.append(shown.evaluate("window.firstPicture") / 1000)
            shown.context.close()
    return _row("open", "the same, opening: first useful picture", median(taken), "s", 1.5)


def scrubbing(size: Size) -> Row:
    """The cursor goes to another place in each frame, all along the run, with the inspector open."""
    return _frames("scrub", "scrubbing in it: 95th percentile of the time of a frame", size, _TO_AN_INSTANT)


def zooming(size: Size) -> Row:
    """The wheel turns in each frame: from all of the run to a thousandth of it, and almost back."""
    return _frames("zoom", "zooming in it, likewise", size, INTO, 20)


def playing(size: Size) -> Row:
    """It plays from the beginning at a speed with which all of it takes ten seconds."""
    act = """
      const { t, n } = model.trace;
      if (step === 0) {
        store.set({ cursor: 0, speed: Number(t[n - 1]) / 10 });
        store.play();
        const count = () => { window.passed = (window.passed ?? 0) + 1; requestAnimationFrame(count); };
        count();
      }
    """
    return _frames("play", "playing in it, likewise", size, act)


def inspecting(size: Size) -> Row:
    """The cursor is put to instants all over the run."""
    figure = "inspector at a random instant of it, likewise"
    with _page(size) as (chromium, file):
        if chromium is None:
            return _unmeasured("inspect", figure, "50 ms or less")
        places = [(number * 0.618034) % 1 for number in range(1, size.of(60))]
        shown = opened(chromium, file)
        clock = most(shown.evaluate(_INSPECT % _TO_AN_INSTANT, places))
        computed = most(computed_at(shown, _TO_AN_INSTANT, places))
    return times_row("inspect", figure, computed, clock, 50)


def still(size: Size) -> Row:
    """The sequence diagram of a tenth of those events as SVG."""
    trace = busy(_amount(size) // 10)
    value = median(seconds(lambda: sequence(trace).svg()) for _ in range(size.rounds))
    return _row("still", f"still SVG sequence diagram of {len(list(trace)):,} events", value, "s", 2)


def _frames(name: str, figure: str, size: Size, act: str, target: float = 33) -> Row:
    """Return the row of the times of frames while something goes on."""
    with _page(size) as (chromium, file):
        if chromium is None:
            return _unmeasured(name, figure, f"{target:g} ms or less")
        count = size.of(_COUNT)
        computed, clock = [], []
        for _ in range(min(3, size.rounds)):
            shown = opened(chromium, file)
            before = shown.evaluate("JSON.stringify(player.store.get())")
            frames = times_of_frames(shown, act, count)
            clock.append(most(frames.clock))
            computed.append(most(frames.computed))
            assert shown.evaluate("JSON.stringify(player.store.get())") != before, "nothing happened"
            shown.context.close()
    return times_row(name, figure, median(computed), median(clock), target)


@contextmanager
def _page(size: Size) -> Iterator[tuple[Any, Path]]:
    """Give a browser and the file of the large page; no browser where there is none."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "page.html")
        if not has_browser():
            yield None, file
            return
        file.write_text(page(busy(_amount(size))), encoding="utf-8")
        with browser() as chromium:
            yield chromium, file


def _row(name: str, figure: str, value: float, unit: str, target: float) -> Row:
    shown = f"{value:.0f} {unit}" if unit == "ms" else f"{value:.2f} {unit}"
    return Row(name, figure, shown, "", value, shown, f"{target:g} {unit} or less", value <= target)


def _unmeasured(name: str, figure: str, target: str) -> Row:
    return Row(name, figure, "no browser", "", None, "-", target, None)


FIGURES: dict[str, Figure] = {
    "build": build,
    "size": file_size,
    "open": first_picture,
    "scrub": scrubbing,
    "zoom": zooming,
    "play": playing,
    "inspect": inspecting,
    "still": still,
}
