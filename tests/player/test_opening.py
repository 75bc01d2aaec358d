"""What one sees first: the lesson's sentence over the picture, at the moment that matters; all else a click away."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from played_traces import scenario

from simulator.scenario.config import Config, ConfigError


def test_first_the_lesson_over_the_picture(play: Callable[..., Any]) -> None:
    page = play(scenario("deadlock"), fragment="#p=")
    lede = page.get_by_role("region", name="lesson")
    assert "each waits for the other" in (lede.text_content() or "")
    assert page.evaluate("player.store.get().panel") == ""
    wide = page.locator(".timeline").bounding_box()["width"]
    assert wide > 0.9 * 1280
    page.get_by_role("tab", name="Inspector").click()
    page.locator(".inspector").wait_for(state="visible")
    assert page.locator(".timeline").bounding_box()["width"] < wide
    page.get_by_role("tab", name="Inspector").click()
    page.locator(".inspector").wait_for(state="hidden")
    lede.get_by_role("button", name="the whole lesson").click()
    page.locator(".lesson h2").wait_for(state="visible")


def test_a_run_opens_where_its_circle_of_calls_has_closed(play: Callable[..., Any]) -> None:
    page = play(scenario("deadlock"), fragment="#p=")
    waiting = page.evaluate(
        """() => {
          const { model, store } = player;
          const { processes } = model.stateAt(store.get().cursor);
          return processes.filter(one => one?.state === "call").map(one => model.processes[one.process].label);
        }"""
    )
    assert waiting == ["main/0", "Orders", "Stock"]


def test_a_scenario_names_the_moment_at_which_it_opens(play: Callable[..., Any]) -> None:
    trace = scenario("late_reply")
    named = trace.header.settings["view_at"]
    trace.header.settings["view_at"] = "40ms"
    try:
        page = play(trace, fragment="#p=")
    finally:
        trace.header.settings["view_at"] = named
    assert page.evaluate("player.store.get().at") == "40000000"


def test_what_a_view_cannot_be_is_refused() -> None:
    with pytest.raises(ConfigError, match="view_time is scale, strict, compressed or step, not 'fast'"):
        Config(view_time="fast")
    with pytest.raises(ValueError):
        Config(view_at="soon")
    assert Config(view_time="strict", view_at="1.5s").view_at == "1.5s"


def test_the_walk_says_its_stops_over_the_picture(play: Callable[..., Any]) -> None:
    page = play(scenario("why_processes"), fragment="#p=")
    page.keyboard.press("w")
    assert "1/2 one after the other" in (page.locator(".lede-words").text_content() or "")


def test_the_graph_shows_a_circle_of_waits_as_a_ring_and_fits(play: Callable[..., Any]) -> None:
    page = play(scenario("deadlock"), fragment="#p=graph")
    page.locator(".graph-host .edge.waits").first.wait_for(state="attached")
    ring = page.locator(".edge.waits.circle")
    assert ring.count() == 2 and page.locator(".graph-host .edge.waits").count() == 3
    boxes = [ring.nth(i).bounding_box() for i in range(2)]
    assert boxes[0]["x"] + boxes[0]["width"] < boxes[1]["x"] or boxes[1]["x"] + boxes[1]["width"] < boxes[0]["x"]
    page.get_by_role("button", name="fit to the panel").click()
    host, drawn = (page.locator(part).bounding_box() for part in (".graph-host", ".graph-host > svg"))
    assert drawn["width"] <= host["width"] and drawn["height"] <= host["height"]


def test_a_graph_that_nobody_has_moved_shows_the_moment_with_most_bonds(play: Callable[..., Any]) -> None:
    page = play(scenario("links_and_monitors"), fragment="#p=graph")
    page.locator(".graph-host .node").first.wait_for()
    alive = """e => {
      const bonds = [...player.model.bonds].filter(one => !one.forCall);
      return bonds.filter(one => one.from <= e && (one.to < 0 || one.to > e)).length;
    }"""
    most = page.evaluate(f"Math.max(...[...player.model.trace.t.keys()].map({alive}))")
    assert page.evaluate(f"({alive})(player.store.get().cursor)") == most > 0


def test_a_graph_of_a_moment_at_which_nothing_is_tied_shows_another(play: Callable[..., Any]) -> None:
    """The lesson's moment is the one at which all have ended: the graph would be of the dead."""
    page = play(scenario("crash_storm"), fragment="#p=")
    lesson_s = page.evaluate("player.store.get().cursor")
    page.get_by_role("tab", name="Graph").click()
    page.locator(".graph-host .edge.link").first.wait_for(state="attached")
    assert page.evaluate("player.store.get().cursor") != lesson_s
    page.evaluate("player.store.undo()")
    assert page.evaluate("player.store.get().cursor") == lesson_s


def test_the_words_of_a_node_stay_inside_of_it(play: Callable[..., Any]) -> None:
    page = play(scenario("deadlock"), fragment="#p=graph")
    page.locator(".graph-host .node").first.wait_for()
    over = page.evaluate(
        """() => [...document.querySelectorAll(".graph .node")].filter(node => {
          const right = node.querySelector("rect").getBoundingClientRect().right;
          return [...node.querySelectorAll("text")].some(text => text.getBoundingClientRect().right > right);
        }).map(node => node.textContent)"""
    )
    assert over == []


def test_many_children_fill_the_pane(play: Callable[..., Any]) -> None:
    page = play(scenario("worker_pool"), fragment="#p=graph", viewport={"width": 1400, "height": 900})
    page.locator(".graph-host .node").first.wait_for()
    seen = page.evaluate(
        """() => {
          const boxes = [...document.querySelectorAll(".graph .node rect")].map(one => one.getBoundingClientRect());
          const covered = boxes.filter((a, i) => boxes.some((b, k) => k > i && a.left < b.right && b.left < a.right
            && a.top < b.bottom && b.top < a.bottom)).length;
          const size = parseFloat(getComputedStyle(document.querySelector(".graph .label")).fontSize);
          const zoom = boxes[0].height / document.querySelector(".graph .node rect").height.baseVal.value;
          return { covered, letters: size * zoom };
        }"""
    )
    assert seen["covered"] == 0 and seen["letters"] > 8


def test_in_a_slide_there_is_nothing_around_the_picture(play: Callable[..., Any]) -> None:
    small = {"width": 860, "height": 480}
    for page in (
        play(scenario("late_reply"), data={"embed": True}, viewport=small),
        play(scenario("late_reply"), fragment="#embed&p=", viewport=small),
    ):
        for part in ("header", ".viewbar", ".rights", ".scrubber"):
            assert not page.locator(part).first.is_visible(), part
        box = page.locator(".timeline").bounding_box()
        assert box["width"] == 860 and box["height"] > 330
        page.get_by_role("button", name="to the end (End)").click()
        assert page.evaluate("player.store.get().cursor === player.model.trace.n - 1")
        assert page.evaluate("document.documentElement.scrollHeight <= innerHeight")


@pytest.mark.parametrize("size", [(560, 320), (400, 300)], ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("touch", [False, True], ids=["mouse", "finger"])
def test_a_small_slide_has_its_picture_too(play: Callable[..., Any], size: tuple[int, int], touch: bool) -> None:
    viewport = {"width": size[0], "height": size[1]}
    page = play(scenario("late_reply"), data={"embed": True}, viewport=viewport, has_touch=touch)
    page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    box = page.locator(".timeline").bounding_box()
    assert box["width"] == size[0] and box["height"] > 0.5 * size[1]
    play_button = page.get_by_role("button", name="play (space)").bounding_box()
    assert play_button["y"] + play_button["height"] <= size[1] and play_button["height"] >= (43.5 if touch else 24)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    clock = page.locator(".clock").first
    assert not clock.is_visible() or clock.bounding_box()["x"] + clock.bounding_box()["width"] <= size[0]
