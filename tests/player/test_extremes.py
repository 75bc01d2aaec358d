"""In the browser: texts that try to be something else, traces that are large, cut off, empty or broken."""

from __future__ import annotations

import time
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from played_traces import HOSTILE, hostile, large, scenario

from simulator.player import page
from simulator.trace import read_trace


def test_hostile_texts_show_as_text(play: Callable[..., Any]) -> None:
    opened = play(hostile())
    assert opened.evaluate("window.broken") is None
    assert opened.title() == hostile().header.scenario.title
    assert opened.locator("img").count() == 0
    sent = opened.evaluate("[...player.model.messages].map(({ term }) => term)")
    for text, term in zip(HOSTILE[:4], sent, strict=False):
        assert text.replace('"', '\\"') in term.replace("\\#{", "#{")
    last = opened.evaluate("player.model.trace.n") - 1
    for event in range(0, last, 7):
        opened.evaluate("e => player.store.set({ cursor: e, selection: { what: 'event', index: e } })", event)
    for tab in opened.locator("[role=tab]").all():
        tab.click()
        assert opened.locator("img").count() == 0
    opened.evaluate("e => player.store.set({ cursor: e, panel: 'lesson' })", last)
    printed = opened.get_by_label("console", exact=True)
    for text in (
        "javascript:window.broken=true",
        "]]> --> </style> </title> ');",
        "&lt;b&gt; &amp; \\u003c \\ \0 \x1b[31m",
    ):
        printed.get_by_text(text, exact=True).wait_for()
    assert opened.locator("h1").inner_text() == f"{HOSTILE[0]}{HOSTILE[2]}"
    assert opened.evaluate("window.broken") is None


def test_hostile_texts_leave_the_saved_picture_well_formed(play: Callable[..., Any]) -> None:
    opened = play(hostile())
    for layout in ("lanes", "sequence"):
        opened.evaluate("layout => player.store.set({ layout })", layout)
        picture = ElementTree.fromstring(opened.evaluate("player.timeline.svg()"))
        assert not [element for element in picture.iter() if element.tag.endswith("script")]
        assert HOSTILE[1] in "".join(picture.itertext())


def test_a_trace_of_a_hundred_thousand_events(play: Callable[..., Any]) -> None:
    trace = large()
    assert len(trace) >= 100_000
    opened = play(trace)
    assert opened.evaluate("player.model.trace.n") == len(trace)
    slowest = opened.evaluate(
        """() => {
          const { model } = window.player;
          let slowest = 0;
          // The first look makes what all others find.
          for (const one of model.stateAt(0).processes) if (one) [one.mailbox, one.links, one.timers];
          for (let i = 0; i < 50; i++) {
            const event = Math.floor(model.trace.n * ((i * 0.618034) % 1));
            const began = performance.now();
            for (const state of model.stateAt(event).processes) {
              if (state) [state.state, state.mailbox, state.links, state.monitors, state.timers, state.callback];
            }
            slowest = Math.max(slowest, performance.now() - began);
          }
          return slowest;
        }"""
    )
    assert slowest < 50, "milliseconds for the whole state at an instant; it takes less than one"


def test_a_trace_that_is_cut_off(play: Callable[..., Any], tmp_path: Path) -> None:
    whole, cut = tmp_path / "whole.jsonl", tmp_path / "cut.jsonl"
    with open(whole, "wb") as file:
        scenario("url_fetcher").write(file)
    lines = whole.read_bytes().splitlines(keepends=True)
    for length in (1, 2, 3, len(lines) // 2, len(lines) - 1):
        cut.write_bytes(b"".join(islice(lines, length)))
        assert play(read_trace(cut)).evaluate("player.model.trace.n") == length - 1


def test_broken_data_are_told_to_the_reader(browser: Any, tmp_path: Path) -> None:
    html = page(scenario("late_reply"))
    start = html.index('id="trace">') + len('id="trace">')
    broken = tmp_path / "broken.html"
    broken.write_text(html[: start + 40] + html[html.index("</script>", start) :])
    opened = browser.new_page()
    opened.goto(broken.as_uri())
    opened.get_by_role("alert").wait_for(timeout=5000)
    assert opened.get_by_role("alert").inner_text().startswith("This page cannot be shown")
    opened.close()


@pytest.mark.parametrize("seconds", [4])
def test_the_page_of_a_large_trace_is_made_soon(seconds: float) -> None:
    trace = large()
    began = time.perf_counter()
    made = page(trace)
    assert time.perf_counter() - began < seconds
    assert len(made) < 5_000_000
