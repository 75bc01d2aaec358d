"""Where events are denser than pixels: shares of what processes do, no pattern of chance, no crash averaged away."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from simulator import atom, run

FRAME = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
BARS = """
name => {
  const tree = new DOMParser().parseFromString(player.timeline.svg(), "image/svg+xml");
  const { theme, map } = player.timeline, { mainSize } = player.timeline.frame();
  const bars = [];
  for (const path of tree.querySelectorAll(`[fill="${theme.colour[name]}"]`)) {
    const found = path.getAttribute("d").matchAll(/M([\\d.]+) ([\\d.]+)h([\\d.]+)v([\\d.]+)h-/g);
    const pixels = mainSize / Math.floor(mainSize / 3);
    for (const [, x, y, w, h] of found) {
      for (let k = 0; k < Math.round(w / pixels); k++) bars.push([+x + k * pixels, pixels, +h]);
    }
  }
  return bars;
}
"""
"""Bars of bins in one colour: where each begins, its width and its height. Neighbours alike are drawn as one."""


def half_at_work(proc: Any) -> Any:
    """Work half of the time, in turns that are much shorter than a pixel."""
    for _ in range(3_000):
        yield proc.work(1)
        yield proc.sleep(1)


def test_a_dense_strip_shows_shares_and_no_pattern_of_chance(play: Callable[..., Any]) -> None:
    page = play(run(half_at_work).trace)
    page.evaluate(f"() => {{ player.store.set({{ mode: 'strict' }}); return {FRAME}; }}")
    heights = [height for _, _, height in page.evaluate(BARS, "work")]
    assert len(heights) > 150
    inner = sorted(heights)[3:-3]
    assert inner[-1] - inner[0] <= 0.15 * inner[-1]
    waits = sorted(height for _, _, height in page.evaluate(BARS, "pale"))
    assert abs(waits[len(waits) // 2] - inner[len(inner) // 2]) <= 0.15 * inner[-1]
    window = {"from": 0.4, "to": 0.43}
    page.evaluate(f"view => {{ player.store.set(view); return {FRAME}; }}", window)
    assert page.evaluate("player.timeline.draft.labels.placed.length") >= 0
    nearer = [height for _, _, height in page.evaluate(BARS, "work")]
    assert nearer == [] or max(nearer) <= 32


def test_a_closed_group_shows_every_crash(play: Callable[..., Any]) -> None:
    def worker(proc: Any, number: int) -> Any:
        yield proc.sleep(number)
        if number % 300 == 7:
            proc.exit(atom.boom)

    def main(proc: Any) -> Any:
        for number in range(1_000):
            proc.spawn(worker, number)
        yield proc.receive(atom.never, after=1_100)

    page = play(run(main).trace)
    marked = page.evaluate(
        """() => {
          const events = [...player.timeline.draft.hits.all()].filter(({ hit }) => hit.what === "event");
          const ended = ({ hit }) => player.model.processes.find(({ ended }) => ended === hit.index);
          return events.map(one => ended(one)?.reason).filter(Boolean);
        }"""
    )
    assert marked.count(":boom") == 4


def test_the_heat_of_a_mailbox_grows_with_what_waits(play: Callable[..., Any]) -> None:
    def main(proc: Any) -> Any:
        for number in range(4_000):
            proc.send(proc.pid, number)
            if number % 4 == 0:
                yield proc.sleep(1)
        yield proc.sleep(10)

    page = play(run(main).trace)
    alphas = page.evaluate(
        """() => {
          const tree = new DOMParser().parseFromString(player.timeline.svg(), "image/svg+xml");
          const colour = player.timeline.theme.colour.message;
          const found = [...tree.querySelectorAll(`[fill="${colour}"]`)];
          return found.map((one) => one.getAttribute("opacity")).filter(Boolean);
        }"""
    )
    assert len(set(alphas)) >= 4


def test_a_crowd_of_messages_is_a_ground_without_gaps_and_no_fence(play: Callable[..., Any]) -> None:
    def listener(proc: Any) -> Any:
        while True:
            yield proc.receive()

    def main(proc: Any) -> Any:
        pid = proc.spawn(listener)
        for number in range(20_000):
            proc.send(pid, number)
            yield proc.sleep(1)

    page = play(run(main).trace)
    page.evaluate(f"() => {{ player.store.set({{ mode: 'strict' }}); return {FRAME}; }}")
    highest, gaps = page.evaluate(
        """() => {
          const tree = new DOMParser().parseFromString(player.timeline.svg(), "image/svg+xml");
          const { theme } = player.timeline, { main, mainSize } = player.timeline.frame();
          const shades = theme.messages.message.flow, heights = new Set(), rails = [];
          for (const one of tree.querySelectorAll(`[fill="${shades[0].fill}"]`)) {
            if (!shades.some(({ alpha }) => Number(one.getAttribute("opacity")) === alpha)) continue;
            for (const [, x, , w, h] of one.getAttribute("d").matchAll(/M([\\d.]+) ([\\d.]+)h([\\d.]+)v([\\d.]+)h-/g)) {
              rails.push([+x, +x + +w]);
              heights.add(+h);
            }
          }
          const gaps = [];
          for (let x = main + 12; x < main + mainSize - 12; x += 6) {
            if (!rails.some(([a, b]) => a <= x && x <= b)) gaps.push(x);
          }
          return [Math.max(...heights), gaps];
        }"""
    )
    assert 0 < highest < 5
    assert gaps == []
