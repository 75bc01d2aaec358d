"""The bar of controls, by mouse, keyboard and finger: time, picture, zoom; and moments at which nothing happens."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from played_traces import scenario

FRAME = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"


def view(page: Any, name: str) -> Any:
    return page.evaluate(f"player.store.get().{name}")


def window(page: Any) -> list[float]:
    found: list[float] = page.evaluate("[player.store.get().from, player.store.get().to]")
    return found


def said(page: Any) -> str:
    return page.locator(".said-here").first.text_content() or ""


def test_time_view_and_zoom_have_buttons_that_show_their_state(play: Callable[..., Any]) -> None:
    page = play(scenario("late_reply"))
    bar = page.get_by_role("toolbar", name="view")
    pressed = bar.locator("[aria-pressed=true]")
    assert pressed.all_text_contents() == ["To scale", "Lanes"]
    for name, mode in [("Strict", "strict"), ("Compressed", "compressed"), ("By event", "step"), ("To scale", "scale")]:
        bar.get_by_text(name, exact=True).click()
        assert view(page, "mode") == mode and name in pressed.all_text_contents()
    bar.get_by_text("Sequence", exact=True).click()
    assert view(page, "layout") == "sequence"
    bar.get_by_text("Lanes", exact=True).click()
    bar.get_by_role("button", name="zoom in (+)").click()
    assert "%" in (bar.locator(".part").text_content() or "")
    bar.get_by_text("Fit", exact=True).click()
    assert window(page) == [0, 1] and bar.locator(".part").text_content() == "whole run"


def test_keys_say_what_they_did(play: Callable[..., Any]) -> None:
    page = play(scenario("late_reply"))
    for key, words in [("m", "strictly to scale"), ("v", "sequence"), ("f", "whole run"), ("w", "stop 1 of")]:
        page.keyboard.press(key)
        assert words in said(page), key
    page = play(scenario("why_processes"))
    for words in ["stop 1 of 2", "stop 2 of 2", "last stop"]:
        page.keyboard.press("w")
        assert words in said(page)


def test_the_other_picture_and_back_is_where_one_was(play: Callable[..., Any]) -> None:
    page = play(scenario("worker_pool"))
    page.evaluate("player.store.set({ from: 0.3, to: 0.45 })")
    page.keyboard.press("v")
    page.evaluate("player.store.set({ from: 0.5, to: 0.52 })")
    page.keyboard.press("v")
    assert window(page) == [0.3, 0.45]
    page.keyboard.press("v")
    assert window(page) == [0.5, 0.52]


def test_a_moment_of_quiet_can_be_visited(play: Callable[..., Any]) -> None:
    page = play(scenario("late_reply"))
    box = page.get_by_label("go to a time, a time from here, or an event number")
    box.fill("40ms")
    box.press("Enter")
    assert view(page, "at") == "40000000"
    assert page.evaluate("document.activeElement === document.body")
    assert (page.locator(".clock").first.text_content() or "").startswith("40 ms")
    quiet = view(page, "cursor")
    assert page.evaluate("player.model.trace.t[player.store.get().cursor] < 40000000n")
    page.evaluate(FRAME)
    assert "At 40 ms" in (page.locator(".inspector h2").text_content() or "")
    page.wait_for_function("() => location.hash.includes('a=40000000')")
    page.keyboard.press("ArrowLeft")
    assert (view(page, "cursor"), view(page, "at")) == (quiet, None)
    box.fill("+20ms")
    box.press("Enter")
    assert view(page, "at") == "20000000"
    page.keyboard.press("ArrowRight")
    assert (view(page, "cursor"), view(page, "at")) == (quiet + 1, None)


def test_a_click_where_nothing_happens_is_a_round_time(play: Callable[..., Any]) -> None:
    page = play(scenario("why_processes"))
    box = page.locator(".timeline").bounding_box()
    along = page.evaluate(
        """() => {
          const { map } = player.timeline, frame = player.timeline.frame();
          return frame.main + (map.at(1500000000n) - frame.u0) * frame.scale;
        }"""
    )
    page.mouse.click(box["x"] + along, box["y"] + box["height"] - 20)
    assert view(page, "at") == "1500000000"


def test_fingers_reach_everything(play: Callable[..., Any]) -> None:
    page = play(scenario("late_reply"), viewport={"width": 390, "height": 844}, has_touch=True)
    small = page.evaluate(
        """() => [...document.querySelectorAll("button, select, input, summary")].filter(one => {
          const { width, height } = one.getBoundingClientRect();
          return one.checkVisibility() && !one.matches(".go, .pick, dialog *") && (width < 43.5 || height < 43.5);
        }).map(one => one.ariaLabel || one.textContent)"""
    )
    assert small == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    picture = page.locator(".timeline-host").bounding_box()
    assert picture["height"] >= 0.45 * 844 and picture["y"] + picture["height"] < 844
    page.get_by_text("Compressed", exact=True).tap()
    assert view(page, "mode") == "compressed"
    place = page.evaluate("[...player.timeline.draft.hits.all()].findLast(one => one.hit.what === 'strip')")
    box = page.locator(".timeline").bounding_box()
    touch = page.context.new_cdp_session(page)
    point = [{"x": box["x"] + place["x"], "y": box["y"] + place["y"], "id": 0}]
    touch.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": point})
    page.locator(".timeline-tip").wait_for(state="visible")
    touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    assert page.locator(".timeline-tip").is_visible()
    assert view(page, "selection") is None


def test_the_keyboard_reaches_the_bar(play: Callable[..., Any]) -> None:
    page = play(scenario("late_reply"))
    seen = []
    for _ in range(40):
        page.keyboard.press("Tab")
        seen.append(page.evaluate("document.activeElement.textContent"))
    for name in ("To scale", "Strict", "Compressed", "By event", "Lanes", "Sequence", "Fit", "go"):
        assert name in seen


@pytest.mark.parametrize("size", [(1400, 900), (390, 844)], ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("panel", ["", "inspector", "lesson", "find"])
def test_the_keyboard_reaches_every_control_in_sight(
    play: Callable[..., Any], size: tuple[int, int], panel: str
) -> None:
    page = play(scenario("late_reply"), fragment=f"#p={panel}", viewport={"width": size[0], "height": size[1]})
    page.evaluate(FRAME)
    controls = page.evaluate(
        """() => {
          const all = [...document.querySelectorAll("button, select, input, textarea, summary, canvas[tabindex]")];
          // Of the tabs one is reached by Tab, the others by the arrows; of radio buttons likewise.
          const can = one => one.checkVisibility() && !one.disabled && one.tabIndex >= 0 && one.type !== "radio";
          const each = all.filter(can);
          each.forEach((one, i) => { one.dataset.number = String(i); });
          return each.length;
        }"""
    )
    reached = set()
    for _ in range(controls + 12):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.dataset.number ?? ''"))
    assert {str(number) for number in range(controls)} <= reached
