"""What a large page holds and draws is bounded: bytes an event, and calls of the canvas a picture."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from played_traces import large

from simulator.player import page

COUNTED = """
async () => {
  const { store, timeline } = player;
  const canvas = CanvasRenderingContext2D.prototype;
  let calls = 0;
  for (const name of ["fillRect", "stroke", "fill", "fillText", "drawImage"]) {
    const before = canvas[name];
    canvas[name] = function (...all) { calls++; return before.apply(this, all); };
  }
  const counts = [];
  for (const part of [1, 0.3, 0.1, 0.01]) {
    calls = 0;
    store.set({ from: 0.5 - part / 2, to: 0.5 + part / 2 });
    timeline.refresh();
    await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
    counts.push(calls);
  }
  return counts;
}
"""


def test_a_large_page_is_small() -> None:
    trace = large()
    assert len(page(trace)) / len(trace) < 6, "bytes an event, code and style among them; it is less than four"


def test_a_large_page_holds_little_and_draws_little(play: Callable[..., Any]) -> None:
    opened = play(large(), fragment="#p=")
    session = opened.context.new_cdp_session(opened)
    for _ in range(2):  # what the first finds free of pointers, the second can let go
        session.send("HeapProfiler.collectGarbage")
    used = session.send("Runtime.getHeapUsage")
    assert used["backingStorageSize"] / opened.evaluate("player.model.trace.n") < 130, "bytes of columns an event"
    assert used["usedSize"] < 8e6, "bytes of objects: none is made for an event"
    counts = opened.evaluate(COUNTED)
    assert min(counts) > 100
    assert max(counts) < 9_000, "calls of the canvas; they were 17,000 while each box of a bin was one"
