"""In the browser: the settings of a scenario as switches, whose runs the page holds, and two of them side by side."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from panels import press, settled
from played_traces import SCENARIOS, name_of, scenario

from simulator.player import page as make_page
from simulator.scenario import load, start

SIDE, SHOWING = "player.app.side", "player.app.showing"
Play = Callable[..., Any]


def variant(name: str, **settings: Any) -> Any:
    path = next(path for path in SCENARIOS if name_of(path) == name)
    return start(load(str(path), {"states": True, **settings}), trace=True).trace


@pytest.fixture
def page(play: Play) -> Any:
    variants = {f"latency={each}": variant("ping_pong", latency=each) for each in ("10ms", "1s")}
    return play(scenario("ping_pong"), data={"variants": variants})


def switch(page: Any, name: str) -> Any:
    return page.get_by_role("switch", name=name)


def ends(page: Any) -> str:
    return str(page.evaluate("String(player.app.current.model.trace.t.at(-1))"))


def on(page: Any) -> list[str]:
    return [each.inner_text() for each in page.locator("[role=switch][aria-checked=true]").all()]


def test_a_switch_shows_the_run_with_its_setting_and_the_one_without_it(page: Any) -> None:
    assert (page.evaluate(SIDE), on(page), ends(page)) == (0, [], "0")
    switch(page, "latency=10ms").click()
    assert (page.evaluate(SIDE), on(page), ends(page)) == (1, ["latency=10ms"], "70000000")
    switch(page, "latency=1s").click()
    assert (page.evaluate(SIDE), on(page), ends(page)) == (2, ["latency=1s"], "7000000000")
    switch(page, "latency=1s").click()
    assert (page.evaluate(SIDE), on(page)) == (0, [])


def test_a_setting_and_none_are_side_by_side_on_one_axis_and_so_are_two(page: Any) -> None:
    switch(page, "latency=1s").click()
    page.get_by_role("button", name="Side by side").click()
    assert page.evaluate(SHOWING) == "both"
    assert page.evaluate("player.app.pair") == [0, 2]
    switch(page, "latency=10ms").click()
    assert page.evaluate("player.app.pair") == [1, 2]
    assert on(page) == ["latency=10ms", "latency=1s"]
    assert page.locator(".pair:visible").count() == 1
    told = page.locator(".differences:visible .lede-words").inner_text()
    assert "B" in told and "C" in told
    switch(page, "latency=1s").click()
    assert page.evaluate("player.app.pair") == [0, 1]
    switch(page, "latency=10ms").click()
    assert (page.evaluate(SHOWING), page.evaluate(SIDE)) == (0, 0)


def test_the_link_opens_the_same_setting_and_the_same_two(page: Any, open_page: Play) -> None:
    switch(page, "latency=1s").click()
    again = open_page(page.evaluate("player.app.address.link()"))
    assert again.evaluate(SIDE) == 2
    switch(page, "latency=10ms").click()
    page.get_by_role("button", name="Side by side").click()
    switch(page, "latency=1s").click()
    again = open_page(page.evaluate("player.app.address.link()"))
    assert (again.evaluate(SHOWING), again.evaluate("player.app.pair")) == ("both", [1, 2])


def test_switches_are_turned_by_keys(page: Any) -> None:
    switch(page, "latency=10ms").focus()
    press(page, "Space")
    assert on(page) == ["latency=10ms"]
    press(page, "Tab", "Tab", "Enter")
    assert page.evaluate(SHOWING) == "both"


def test_the_other_run_opens_where_as_much_has_happened(page: Any) -> None:
    press(page, "End")
    switch(page, "latency=10ms").click()
    settled(page)
    place = page.evaluate("player.app.current.store.get().cursor")
    assert place > page.evaluate("player.app.current.model.trace.n") * 0.7


def test_a_page_without_variants_has_no_switches(play: Play) -> None:
    page = play(scenario("ping_pong"))
    assert page.get_by_role("switch").count() == 0
    assert page.get_by_role("tab", name="Compare").count() == 0


def test_names_of_settings_are_text(play: Play) -> None:
    name = "x=<img src=y onerror='window.broken = true'>"
    page = play(scenario("ping_pong"), data={"variants": {name: variant("ping_pong", rounds=2)}})
    assert switch(page, name).inner_text() == name
    assert not page.evaluate("'broken' in window")


def test_what_the_variants_add_is_small() -> None:
    """The code is in the page once; a run of the size of a lesson's is a few thousand letters."""
    alone = make_page(scenario("deadlock"))
    both = make_page(scenario("deadlock"), variants={"cure=true": variant("deadlock", cure=True)})
    assert len(both) - len(alone) < 25_000
