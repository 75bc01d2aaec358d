"""The long look at the player: twelve scenarios at four sizes in both themes, and axe-core's opinion of them.

It takes minutes, so it is no part of the suite: ``python -m pytest tests/player/sweep.py``, which the gate runs.
axe-core is asked where it is installed: ``npm ci`` in ``tests/readers``.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from played_traces import ROOT, scenario

MODULES = Path(os.environ.get("SIMULATOR_READERS", ROOT / "tests" / "readers")) / "node_modules"
AXE = MODULES / "axe-core" / "axe.min.js"
FRAME = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
TWELVE = (
    "why_processes", "ping_pong", "schedulers", "links_and_monitors", "late_reply", "deadlock",
    "job_queue", "worker_pool", "crash_storm", "full_mailbox", "back_pressure", "century_of_backups",
)  # fmt: skip
SIZES = ((1400, 900), (1920, 1080), (860, 480), (390, 844))
SEEN = """
() => {
  const { labels, frame } = player.timeline.draft, { plot } = frame, wrong = [];
  const boxes = labels.placed;
  boxes.forEach((a, i) => boxes.slice(i + 1).forEach((b) => {
    const across = a.x < b.x + b.width && b.x < a.x + a.width;
    if (across && a.y < b.y + b.height && b.y < a.y + a.height) wrong.push(`${a.text} on ${b.text}`);
  }));
  for (const { x, width, text } of boxes) {
    if (x < plot.x || x + width > plot.x + plot.width) wrong.push(`outside: ${text}`);
  }
  if (document.documentElement.scrollWidth > innerWidth) wrong.push("wider than the window");
  for (const one of document.querySelectorAll("button, select, input")) {
    if (!one.checkVisibility() || one.closest("dialog, .tab-body, .tabs")) continue;
    const { left, right } = one.getBoundingClientRect();
    if (left < -0.5 || right > innerWidth + 0.5) wrong.push(`out of sight: ${one.ariaLabel}`);
  }
  return wrong.slice(0, 5);
}
"""


@pytest.mark.parametrize("name", TWELVE)
def test_nothing_covers_anything_at_any_size(play: Callable[..., Any], name: str) -> None:
    page = play(scenario(name), fragment="#p=")
    for width, height in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        for layout in ("lanes", "sequence"):
            for mode in ("scale", "strict", "compressed", "step"):
                seen = {"layout": layout, "mode": mode}
                page.evaluate(f"view => {{ player.store.set(view); return {FRAME}; }}", seen)
                assert page.evaluate(SEEN) == [], (width, height, layout, mode)


@pytest.mark.skipif(not AXE.exists(), reason="axe-core is not installed: npm ci in tests/readers")
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_axe_finds_nothing_serious(play: Callable[..., Any], theme: str, size: tuple[int, int]) -> None:
    view = {"width": size[0], "height": size[1]}
    page = play(scenario("late_reply"), fragment=f"#t={theme}&p=", viewport=view, bypass_csp=True)
    page.add_script_tag(path=str(AXE))
    for panel in ("", "inspector", "lesson", "graph", "find", "events", "causes", "why"):
        page.evaluate(f"view => {{ player.store.set(view); return {FRAME}; }}", {"panel": panel})
        found = page.evaluate(
            """async () => (await axe.run()).violations.filter(({ impact }) => /serious|critical/.test(impact))
                 .map(({ id, nodes }) => [id, nodes[0].html.slice(0, 160), nodes[0].failureSummary.slice(0, 200)])"""
        )
        assert found == [], panel
