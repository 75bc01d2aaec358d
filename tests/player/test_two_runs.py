"""In the browser: two runs on one axis of time, and where they part."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from panels import cursor, open_tab, press, settled, view
from played_traces import HOSTILE, SCENARIOS, hostile, name_of, scenario

from simulator import run
from simulator.scenario import load, start
from simulator.trace.comparison import alignment

STEPS = "player.app.pairing().axis.steps.map(steps => [...steps])"
SVG = "player.app.current.stage.timeline.svg()"
WORDS = ".differences .lede-words"
LANES = """
() => player.app.pairing().subject.planned.sides.map((rows, side) => rows.rows.map(row => [
  player.models[side].processes[row.process].id, row.at, row.size]))
"""
COVERED = """
() => {
  const { labels, frame } = player.app.pairing().subject.drafts[0], { plot } = frame, wrong = [];
  const boxes = labels.placed;
  boxes.forEach((a, i) => boxes.slice(i + 1).forEach((b) => {
    const across = a.x < b.x + b.width && b.x < a.x + a.width;
    if (across && a.y < b.y + b.height && b.y < a.y + a.height) wrong.push(`${a.text} on ${b.text}`);
  }));
  if (boxes.length === 0) wrong.push("no labels");
  if (document.documentElement.scrollWidth > innerWidth) wrong.push("wider than the window");
  return wrong;
}
"""
PLACE = """
([side, event]) => {
  const { subject, host } = player.app.pairing(), { frame } = subject.drafts[side];
  const { x, y } = host.getBoundingClientRect();
  const row = frame.rows.rows[frame.rows.rowOf[frame.model.processOf(frame.model.trace.pid[event])]];
  const along = frame.main + (frame.map.of(event) - frame.u0) * frame.scale;
  return [x + along, y + frame.cross + row.at + row.size / 2 - frame.scroll];
}
"""
Play = Callable[..., Any]
Traces = tuple[Any, Any]


def variant(name: str, **settings: Any) -> Any:
    path = next(path for path in SCENARIOS if name_of(path) == name)
    return start(load(str(path), {"states": True, **settings}), trace=True).trace


@pytest.fixture
def both(play: Play) -> Play:
    def opened(first: Any, second: Any, fragment: str = "#run=both") -> Any:
        return play(first, second, data={"alignment": alignment(first, second)}, fragment=fragment)

    return opened


@pytest.fixture
def deadlock(both: Play) -> Any:
    return both(scenario("deadlock"), variant("deadlock", cure=True))


@pytest.mark.parametrize(("name", "settings"), [("deadlock", {"cure": True}), ("worker_pool", {"latency": "5ms"})])
def test_time_is_the_same_for_both_and_what_is_the_same_then_is_at_one_place(
    both: Play, name: str, settings: dict[str, Any]
) -> None:
    first, second = scenario(name), variant(name, **settings)
    page = both(first, second)
    times = [[event.t for event in trace] for trace in (first, second)]
    steps = page.evaluate(STEPS)
    of_step: dict[int, int] = {}
    for side in (0, 1):
        assert steps[side] == sorted(set(steps[side])), "each event of a run has its own place, in their order"
        for t, step in zip(times[side], steps[side], strict=True):
            assert of_step.setdefault(step, t) == t
    in_order = [of_step[step] for step in sorted(of_step)]
    assert in_order == sorted(in_order)
    assert sorted(of_step) == list(range(len(of_step)))
    together = [
        (a, b)
        for a, b in alignment(first, second)["pairs"]
        if times[0][a] == times[1][b] and steps[0][a] != steps[1][b]
    ]
    crossing = [
        pair for pair in together if not any(_crosses(pair, other) for other in alignment(first, second)["pairs"])
    ]
    assert crossing == []


def _crosses(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return (one[0] - other[0]) * (one[1] - other[1]) < 0


def test_the_lanes_of_a_process_are_beside_each_other(deadlock: Any) -> None:
    ours, theirs = deadlock.evaluate(LANES)
    for identity, at, size in ours:
        assert [identity, at + size, size] in theirs


def test_who_is_in_one_run_alone_has_one_lane(both: Play) -> None:
    page = both(scenario("pubsub"), variant("pubsub", readers=2))
    ours, theirs = ({identity: at for identity, at, _ in lanes} for lanes in page.evaluate(LANES))
    assert set(theirs) != set(ours)
    places = [*ours.values(), *theirs.values()]
    assert len(places) == len(set(places)), "no two lanes at one place"


def test_where_they_part_is_marked_and_said(deadlock: Any) -> None:
    assert "they part here" in deadlock.evaluate(SVG)
    press(deadlock, "Home")
    said = deadlock.locator(WORDS).inner_text()
    assert said.startswith("They part at 0 ms. A: Orders calls Stock")
    assert '"Alice"' in said.split("; B: ")[1]


def test_the_same_at_another_time_is_said_first_where_it_is_first(both: Play) -> None:
    page = both(scenario("ping_pong"), variant("ping_pong", latency="10ms"))
    assert "at another time from here" in page.evaluate(SVG) or "they part here" in page.evaluate(SVG)
    press(page, "Home", "d")
    assert page.locator(WORDS).inner_text().startswith(("At another time", "They part"))


def test_the_differences_are_walked_through_both_ways(deadlock: Any) -> None:
    press(deadlock, "Home")
    number = int(deadlock.locator(".differences .place").inner_text().removeprefix("– of "))
    seen = []
    for place in range(1, number + 1):
        press(deadlock, "d")
        assert deadlock.locator(".differences .place").inner_text() == f"{place} of {number}"
        seen.append(deadlock.locator(WORDS).inner_text())
    assert len(set(seen)) == number
    press(deadlock, "d")
    assert "that was the last difference" in deadlock.locator(".said-here:visible").inner_text()
    press(deadlock, "Shift+d")
    assert deadlock.locator(WORDS).inner_text() == seen[-2]
    deadlock.get_by_role("button", name="Next difference").click()
    assert deadlock.locator(WORDS).inner_text() == seen[-1]


def test_a_click_in_a_lane_is_of_its_run_and_both_are_at_the_same_time(deadlock: Any) -> None:
    second = variant("deadlock", cure=True)
    event = next(each for each in second if type(each).__name__ == "Output")
    settled(deadlock)
    deadlock.mouse.click(*deadlock.evaluate(PLACE, [1, event.seq]))
    settled(deadlock)
    assert deadlock.evaluate("player.app.side") == 1
    assert cursor(deadlock) == event.seq
    other = deadlock.evaluate("player.app.workspaces[0].store.get()")
    first = list(scenario("deadlock"))
    assert first[other["cursor"]].t <= event.t < first[other["cursor"] + 1].t or first[other["cursor"]].t == event.t
    open_tab(deadlock, "Events")
    assert deadlock.locator(".events:visible").count() == 1


def test_the_picture_zooms_keeps_its_window_and_is_saved(deadlock: Any) -> None:
    press(deadlock, "+", "+")
    seen = view(deadlock)
    assert seen["to"] - seen["from"] < 0.5
    press(deadlock, "a")
    assert (view(deadlock)["from"], view(deadlock)["to"]) == (seen["from"], seen["to"])
    with deadlock.expect_download() as waited:
        deadlock.get_by_role("button", name="SVG").click()
    assert b"</svg>" in waited.value.path().read_bytes()


def test_the_link_opens_the_same(both: Play, open_page: Play, deadlock: Any) -> None:
    press(deadlock, "Home", "d", "d", "+")
    words, seen = deadlock.locator(WORDS).inner_text(), view(deadlock)
    again = open_page(deadlock.evaluate("player.app.address.link()"))
    assert again.locator(WORDS).inner_text() == words
    assert view(again)["from"] == pytest.approx(seen["from"], abs=1e-5)
    deadlock.get_by_role("button", name="show run B").first.click()
    alone = open_page(deadlock.evaluate("player.app.address.link()"))
    assert not alone.locator(".pair").is_visible()
    assert alone.evaluate("player.app.side") == 1


@pytest.mark.parametrize("size", [(1400, 900), (860, 480), (390, 844)])
def test_nothing_covers_anything_of_either_run(deadlock: Any, size: tuple[int, int]) -> None:
    deadlock.set_viewport_size({"width": size[0], "height": size[1]})
    for mode in ("scale", "strict", "compressed", "step"):
        deadlock.evaluate("mode => player.app.current.store.set({ mode })", mode)
        settled(deadlock)
        assert deadlock.evaluate(COVERED) == [], mode


def test_runs_that_do_not_differ_are_said_not_to(both: Play) -> None:
    page = both(scenario("late_reply"), variant("late_reply"))
    assert page.locator(WORDS).inner_text().startswith("They do not differ")
    assert "part here" not in page.evaluate(SVG)
    press(page, "d")
    assert "they do not differ" in page.locator(".said-here:visible").inner_text()


def test_a_run_of_nothing_beside_one(both: Play) -> None:
    def main(proc: Any) -> None:
        pass

    page = both(run(main).trace, scenario("ping_pong"))
    press(page, "d", "Shift+d", "a", "End")
    assert page.locator(WORDS).inner_text()


def test_hostile_texts_are_texts(both: Play) -> None:
    page = both(hostile(), scenario("ping_pong"))
    press(page, "d", "d")
    open_tab(page, "Compare")
    assert not page.evaluate("'broken' in window")
    assert HOSTILE[0].split(">")[0] + ">" not in page.evaluate(SVG)
