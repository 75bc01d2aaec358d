"""Honest time: equal durations are equally long, instants are boxes that take little, the axis says what it shows."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from played_traces import scenario

from simulator import run

FRAME = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
GROUND = """
duration => {
  const { map, model } = player.timeline, frame = player.timeline.frame();
  return model.strips.flatMap(lane => [...lane]).filter(({ state }) => state === "work").map(({ from, to }) => {
    const u0 = map.of(from), u1 = map.of(to);
    return [String(model.trace.t[to] - model.trace.t[from]), map.ground(u0, u1) * frame.scale];
  }).filter(([took]) => took === duration).map(([, pixels]) => pixels);
}
"""
"""Pixels of ground that each stretch of work of one duration takes."""


def show(page: Any, **view: Any) -> None:
    page.evaluate(f"view => {{ player.store.set(view); return {FRAME}; }}", view)


@pytest.mark.parametrize("mode", ["scale", "strict", "compressed"])
def test_equal_durations_are_equally_long(play: Callable[..., Any], mode: str) -> None:
    page = play(scenario("why_processes"))
    assert page.evaluate("player.store.get().mode") == "scale"
    for window in [(0, 1), (0.3, 0.9)]:
        show(page, mode=mode, **{"from": window[0], "to": window[1]})
        lengths = page.evaluate(GROUND, "1000000000")
        assert len(lengths) == 6
        assert max(lengths) - min(lengths) <= 1


@pytest.mark.parametrize("name", ["why_processes", "full_mailbox", "late_reply", "worker_pool", "schedulers"])
def test_the_boxes_of_instants_take_at_most_three_tenths(play: Callable[..., Any], name: str) -> None:
    page = play(scenario(name))
    for mode, most in [("scale", 0.3), ("strict", 0.003)]:
        show(page, mode=mode)
        share = page.evaluate(
            """() => {
              const { map } = player.timeline;
              let boxes = 0;
              for (let i = 0; i < map.instants.length; i++) boxes += map.box(i).to - map.box(i).from;
              return boxes / map.length;
            }"""
        )
        assert 0 < share <= most, (mode, share)


def test_ground_is_drawn_at_full_height_and_boxes_are_not(play: Callable[..., Any]) -> None:
    """The yellow of a second's work is as long for each of the six, whatever the boxes beside it take."""
    page = play(scenario("why_processes"))
    lengths = page.evaluate(
        """() => {
          const tree = new DOMParser().parseFromString(player.timeline.svg(), "image/svg+xml");
          const fill = player.timeline.theme.colour["work-fill"];
          const found = [];
          for (const path of tree.querySelectorAll(`[fill="${fill}"]`)) {
            for (const [, w, h] of path.getAttribute("d").matchAll(/h([\\d.]+)v([\\d.]+)h-/g)) found.push([+w, +h]);
          }
          const full = Math.max(...found.map(([, h]) => h));
          return found.filter(([w, h]) => h > full - 0.1 && w > 20).map(([w]) => w);
        }"""
    )
    assert len(lengths) == 6 and max(lengths) - min(lengths) <= 1


def test_where_scales_mix_time_is_compressed_and_the_axis_says_so(play: Callable[..., Any]) -> None:
    def main(proc: Any) -> Any:
        for wait in (1, 1, 1, 86_400_000):
            yield proc.sleep(wait)

    page = play(run(main).trace)
    assert page.evaluate("player.store.get().mode") == "compressed"
    assert "time compressed" in page.evaluate("player.timeline.svg()")
    show(page, mode="scale")
    assert "time to scale" in page.evaluate("player.timeline.svg()")


def test_the_axis_has_round_ticks_at_every_depth(play: Callable[..., Any]) -> None:
    page = play(scenario("full_mailbox"))
    found = page.evaluate(
        """async () => {
          const { store, timeline } = player, wrong = [];
          let seed = 11;
          const random = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
          for (const mode of ["scale", "strict", "compressed", "step"]) {
            store.set({ mode });
            const { map } = timeline;
            for (let depth = 0; depth < 28; depth++) {
              const width = map.length * 0.5 ** depth, from = random() * (map.length - width);
              const ticks = map.ticks(from, from + width, 8);
              if (ticks.length === 0) wrong.push([mode, depth]);
            }
          }
          return wrong;
        }"""
    )
    assert found == []


def test_within_an_instant_the_axis_counts_its_steps(play: Callable[..., Any]) -> None:
    page = play(scenario("why_processes"))
    page.evaluate("player.timeline.lookInto(3)")
    page.evaluate(FRAME)
    assert re.search(r">step \d+ of \d+<", page.evaluate("player.timeline.svg()"))
    window = page.evaluate("[player.store.get().from, player.store.get().to]")
    assert window[1] - window[0] < 0.2


def test_a_scenario_may_choose_its_time(play: Callable[..., Any]) -> None:
    trace = scenario("late_reply")
    data = json.loads(json.dumps(trace.header.settings))
    assert "view_time" not in data
    trace.header.settings["view_time"] = "strict"
    try:
        page = play(trace)
    finally:
        del trace.header.settings["view_time"]
    assert page.evaluate("player.store.get().mode") == "strict"


def test_the_axis_of_a_century_counts_years(play: Callable[..., Any]) -> None:
    def main(proc: Any) -> Any:
        for _ in range(100):
            yield proc.sleep(31_557_600_000)

    page = play(run(main).trace)
    for mode in ("scale", "compressed"):
        labels = page.evaluate(
            """mode => {
              player.store.set({ mode });
              return new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => {
                const { map } = player.timeline.frame();
                done(map.ticks(0, map.length, 10).filter(({ kind }) => kind === "time").map(({ label }) => label));
              })));
            }""",
            mode,
        )
        assert len(labels) >= 5
        assert [label for label in labels if not label.endswith(" y") and label != "0 ms"] == []
