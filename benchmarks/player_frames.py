"""Times of frames while something goes on in a page: by the clock, and of the processor."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from statistics import quantiles
from typing import Any, NamedTuple

from benchmarks.harness import Row

_FRAMES = """
async count => {
  const { model, store } = window.player;
  const act = step => { %s };
  const taken = [];
  let last = await new Promise(requestAnimationFrame);
  for (let frame = 0; frame < count; frame++) {
    act(frame / count);
    const now = await new Promise(requestAnimationFrame);
    taken.push(now - last);
    last = now;
  }
  return taken;
}
"""
"""Something is done in each frame: the times between frames, in milliseconds by the clock."""

_FRAME = """
async step => {
  const { model, store } = window.player;
  { %s }
  await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
  const passed = window.passed ?? 1;
  window.passed = window.passed === undefined ? undefined : 0;
  return passed;
}
"""
"""The same for one frame, up to its having been drawn; how many there were since, where they are counted."""

INTO = """
  const canvas = document.querySelector(".timeline-host canvas:last-of-type");
  const { left, top, width, height } = canvas.getBoundingClientRect();
  canvas.dispatchEvent(new WheelEvent("wheel", {
    deltaY: step < 0.55 ? -10 : 10, ctrlKey: true, bubbles: true, cancelable: true,
    clientX: left + width / 2, clientY: top + height / 3,
  }));
"""
"""The wheel turns: from all of the run to a thousandth of it, and almost back."""

STEP = 'document.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowRight", bubbles: true }));'
"""The key for the next event."""


class Frames(NamedTuple):
    """Milliseconds of each frame."""

    clock: list[float]
    """From one frame to the next, as people see it."""
    computed: list[float]
    """What the page's main thread computed for it."""


def times_of_frames(shown: Any, act: str, count: int) -> Frames:
    """Do something in each of so many frames, once for the clock and once for the processor."""
    clock = shown.evaluate(_FRAMES % act, count)
    return Frames(clock, computed_at(shown, act, [number / count for number in range(count)]))


def computed_at(shown: Any, act: str, steps: Sequence[float]) -> list[float]:
    """Return the milliseconds that the page's main thread computed for a frame, at each step.

    They are processor time, in which nobody else who uses the machine is; scripts, layout and painting are.
    """
    session = _metrics_of(shown)
    taken = []
    before = _now(session)
    for step in steps:
        frames = shown.evaluate(_FRAME % act, step)
        after = _now(session)
        taken.append((after - before) / max(1, frames))
        before = after
    return taken


def computed_by(shown: Any, act: Callable[[], None]) -> float:
    """Return the milliseconds that the main thread of a window computes while something is done."""
    session = _metrics_of(shown)
    before = _now(session)
    act()
    return _now(session) - before


def _metrics_of(shown: Any) -> Any:
    session = shown.context.new_cdp_session(shown)
    session.send("Performance.enable")
    return session


def _now(session: Any) -> float:
    metrics = session.send("Performance.getMetrics")["metrics"]
    return float(next(metric["value"] for metric in metrics if metric["name"] == "ThreadTime")) * 1000


def times_row(name: str, figure: str, computed: float, clock: float, target: float) -> Row:
    """Return the row of a time by the clock, which is what people see, with the processor's beside it."""
    shown = f"{clock:.0f} ms"
    ours = f"{shown}, {computed:.0f} ms of processor time"
    return Row(name, figure, ours, "", clock, shown, f"{target:g} ms or less", clock <= target)


def most(values: list[float]) -> float:
    """Return the 95th percentile."""
    return quantiles(values, n=20)[-1]
