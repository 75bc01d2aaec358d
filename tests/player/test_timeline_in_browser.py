"""The timeline in a browser: its map of time, what is drawn and found, and what the pointer does."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from collections.abc import Callable
from typing import Any

import pytest
from played_traces import hostile, large, scenario

from simulator import atom, run

MODES = ("scale", "strict", "compressed", "step")
FRAME = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
"""Two frames: what was asked for is drawn."""


def show(page: Any, **view: Any) -> None:
    """Change what is looked at, and wait until it is drawn."""
    page.evaluate(f"view => {{ player.store.set(view); return {FRAME}; }}", view)


def view(page: Any, name: str) -> Any:
    return page.evaluate(f"player.store.get().{name}")


def corner(page: Any) -> tuple[float, float]:
    box = page.locator(".timeline").bounding_box()
    return box["x"], box["y"]


def unit_at(page: Any, along: float) -> float:
    """Position in the map of a pixel along time."""
    found: float = page.evaluate(
        "along => { const f = player.timeline.frame(); return f.u0 + (along - f.main) / f.scale; }", along
    )
    return found


@pytest.mark.parametrize("name", ["late_reply", "century_of_backups", "crash_storm", "full_mailbox", "schedulers"])
def test_the_map_goes_both_ways(play: Callable[..., Any], name: str) -> None:
    page = play(scenario(name))
    for mode in MODES:
        show(page, mode=mode)
        wrong = page.evaluate(
            """() => {
              const { map, model: { trace } } = player.timeline, wrong = [];
              let seed = 7;
              const random = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
              for (let e = 0; e < trace.n; e++) {
                const u = map.of(e);
                if (e > 0 && u <= map.of(e - 1)) wrong.push(`not monotone at ${e}`);
                if (u < 0 || u > map.length) wrong.push(`outside at ${e}`);
                if (map.event(u) !== e) wrong.push(`event ${e} comes back as ${map.event(u)}`);
                if (map.time(u) !== trace.t[e]) wrong.push(`time of ${e} comes back as ${map.time(u)}`);
                if (map.time(map.at(trace.t[e])) !== trace.t[e]) wrong.push(`time ${trace.t[e]} is lost`);
              }
              for (let i = 0; i < 500; i++) {
                const [a, b] = [random(), random()].sort().map((part) => part * map.length);
                if (map.time(a) > map.time(b) || map.event(a) > map.event(b)) wrong.push(`not monotone at ${a}`);
                const e = map.event(a), t = map.time(a);
                const passes = e >= 0 && e < trace.n - 1 && trace.t[e + 1] > trace.t[e];
                const back = map.at(t);
                if (passes && Math.abs(back - a) > 1e-5 * map.length) wrong.push(`${a} comes back as ${back}`);
                const ticks = map.ticks(a, b, 8).map(({ u }) => u);
                if (ticks.some((u, i) => u < a || u > b || (i > 0 && u <= ticks[i - 1])) || ticks.length > 16)
                  wrong.push(`ticks between ${a} and ${b}: ${ticks}`);
              }
              return wrong.slice(0, 5);
            }"""
        )
        assert wrong == [], mode


def test_long_times_are_gaps_with_their_duration(play: Callable[..., Any]) -> None:
    page = play(scenario("timers"))
    show(page, mode="compressed")
    gaps = page.evaluate("player.timeline.map.gaps.map(gap => [gap.from < gap.to, String(gap.duration)])")
    assert [True, "2500000000"] in gaps
    assert "2.5 s" in page.evaluate("player.timeline.draft.labels.placed.map(label => label.text)")


def test_the_same_events_stay_in_sight_in_another_mode(play: Callable[..., Any]) -> None:
    page = play(scenario("crash_storm"))
    show(page, mode="step", **{"from": 0.3, "to": 0.5})
    edges = (
        "[player.timeline.map.event(player.timeline.frame().u0), player.timeline.map.event(player.timeline.frame().u1)]"
    )
    before = page.evaluate(edges)
    for mode in ("scale", "strict", "compressed", "step"):
        show(page, mode=mode)
        after = page.evaluate(edges)
        assert all(abs(a - b) <= 1 for a, b in zip(before, after, strict=True)), (mode, before, after)


@pytest.mark.parametrize("layout", ["lanes", "sequence"])
@pytest.mark.parametrize("name", ["late_reply", "worker_pool", "crash_storm", "job_queue", "links_and_monitors"])
def test_what_is_drawn_is_found_and_no_label_covers_another(play: Callable[..., Any], name: str, layout: str) -> None:
    page = play(scenario(name))
    for mode, window in zip(MODES, [(0, 1), (0, 1), (0.2, 0.6), (0.5, 0.8)], strict=True):
        show(page, layout=layout, mode=mode, **{"from": window[0], "to": window[1]})
        found = page.evaluate(
            """() => {
              const { hits, labels, frame } = player.timeline.draft;
              const lost = [], covered = [];
              let messages = 0, same = 0;
              for (const { hit, x, y } of hits.all()) {
                const there = hits.at(x, y);
                if (there === null || (hit.what === "process" && there.index !== hit.index)) lost.push(hit);
                if (hit.what !== "message") continue;
                messages++;
                same += there?.what === "message" && there.index === hit.index;
              }
              const boxes = labels.placed;
              boxes.forEach((a, i) => boxes.slice(i + 1).forEach((b) => {
                const across = a.x < b.x + b.width && b.x < a.x + a.width;
                if (across && a.y < b.y + b.height && b.y < a.y + a.height) covered.push([a.text, b.text]);
              }));
              const { plot } = frame;
              const outside = boxes.filter((box) => box.x < plot.x || box.x + box.width > plot.x + plot.width);
              return { lost, covered, outside, messages, same, labels: boxes.length };
            }"""
        )
        assert found["lost"] == found["covered"] == found["outside"] == []
        assert found["labels"] > 0 and found["messages"] > 0
        assert found["same"] >= found["messages"] * 0.6


def test_zoom_keeps_what_is_under_the_pointer(play: Callable[..., Any]) -> None:
    page = play(scenario("worker_pool"))
    left, top = corner(page)
    for layout, x, y in [("lanes", 400, 200), ("lanes", 600, 300), ("sequence", 300, 250)]:
        show(page, layout=layout, **{"from": 0.2, "to": 0.6})
        along = x if layout == "lanes" else y
        before = unit_at(page, along)
        page.mouse.move(left + x, top + y)
        page.keyboard.down("Control")
        for _ in range(4):
            page.mouse.wheel(0, -30)
        page.keyboard.up("Control")
        page.wait_for_timeout(50)
        page.evaluate(FRAME)
        width = view(page, "to") - view(page, "from")
        assert width < 0.2
        per_pixel = page.evaluate("1 / player.timeline.frame().scale")
        assert abs(unit_at(page, along) - before) < 2 * per_pixel


def test_the_wheel_goes_through_the_lanes_where_there_are_more_than_fit(play: Callable[..., Any]) -> None:
    def main(proc: Any) -> Any:
        for _ in range(120):
            proc.spawn(lambda inner: (yield inner.sleep(5)))
        yield proc.sleep(1)

    page = play(run(main).trace)
    left, top = corner(page)
    page.mouse.move(left + 400, top + 200)
    page.mouse.wheel(0, 400)
    page.wait_for_timeout(50)
    page.evaluate(FRAME)
    frame = "player.timeline.draft.frame"
    assert page.evaluate(f"{frame}.scroll") == 400 and page.evaluate(f"{frame}.firstRow") > 10
    assert (view(page, "from"), view(page, "to")) == (0, 1)


def test_drags_pan_mark_a_region_and_move_the_cursor(play: Callable[..., Any]) -> None:
    page = play(scenario("crash_storm"))
    left, top = corner(page)
    show(page, **{"from": 0.4, "to": 0.6})

    def drag(*places: tuple[float, float], key: str = "") -> None:
        if key:
            page.keyboard.down(key)
        page.mouse.move(left + places[0][0], top + places[0][1])
        page.mouse.down()
        for x, y in places[1:]:
            page.mouse.move(left + x, top + y, steps=4)
        page.mouse.up()
        if key:
            page.keyboard.up(key)
        page.evaluate(FRAME)

    at = unit_at(page, 500)
    drag((500, 300), (420, 300))
    assert unit_at(page, 420) == pytest.approx(at, rel=1e-6)
    low, high = unit_at(page, 300), unit_at(page, 500)
    drag((300, 300), (500, 320), key="Shift")
    length = page.evaluate("player.timeline.map.length")
    assert view(page, "from") == pytest.approx(low / length, abs=1e-6)
    assert view(page, "to") == pytest.approx(high / length, abs=1e-6)
    drag((350, 10), (450, 10))
    assert abs(page.evaluate("player.timeline.map.of(player.store.get().cursor)") - unit_at(page, 450)) < 3
    before = view(page, "to") - view(page, "from")
    page.mouse.dblclick(left + 400, top + 450)
    page.evaluate(FRAME)
    assert view(page, "to") - view(page, "from") == pytest.approx(before / 2.5, rel=1e-6)


def test_two_fingers_zoom(play: Callable[..., Any]) -> None:
    page = play(scenario("crash_storm"), has_touch=True)
    left, top = corner(page)
    show(page, **{"from": 0.2, "to": 0.8})
    before = unit_at(page, 450)
    touch = page.context.new_cdp_session(page)

    def fingers(kind: str, *places: float) -> None:
        points = [{"x": left + x, "y": top + 300, "id": number} for number, x in enumerate(places)]
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    fingers("touchStart", 400, 500)
    for spread in (60, 70, 80, 90, 100):
        fingers("touchMove", 450 - spread, 450 + spread)
    fingers("touchEnd")
    page.evaluate(FRAME)
    assert view(page, "to") - view(page, "from") == pytest.approx(0.3, rel=0.02)
    assert unit_at(page, 450) == pytest.approx(before, rel=0.01)


def test_the_picture_is_as_sharp_as_the_screen(play: Callable[..., Any]) -> None:
    page = play(scenario("late_reply"), device_scale_factor=2)
    page.evaluate(FRAME)
    sizes = page.evaluate("[...document.querySelectorAll('.timeline canvas')].map(one => one.width / one.clientWidth)")
    assert sizes == [2, 2]


def test_a_click_selects_what_is_there(play: Callable[..., Any]) -> None:
    page = play(scenario("late_reply"))
    left, top = corner(page)
    places = page.evaluate("[...player.timeline.draft.hits.all()]")
    for what in ("message", "process"):
        place = next(one for one in places if one["hit"]["what"] == what)
        page.mouse.click(left + place["x"], top + place["y"])
        assert view(page, "selection")["what"] == what
    sign = next(one for one in places if one["hit"]["what"] == "event" and one["hit"]["index"] > 5)
    page.mouse.click(left + sign["x"], top + sign["y"])
    assert view(page, "selection") == {"what": "event", "index": sign["hit"]["index"]}
    assert view(page, "cursor") == sign["hit"]["index"]


def test_the_tooltip_tells_what_is_under_the_pointer_as_text(play: Callable[..., Any]) -> None:
    page = play(hostile())
    left, top = corner(page)
    places = page.evaluate("[...player.timeline.draft.hits.all()].filter(one => one.hit.what === 'message')")
    for place in places[:4]:
        page.mouse.move(left + place["x"], top + place["y"])
        page.wait_for_timeout(20)
        tip = page.locator(".timeline-tip")
        assert tip.is_visible() and tip.locator("script, img, b").count() == 0
    assert page.evaluate("window.broken") is None


def test_a_hidden_process_leaves_stubs(play: Callable[..., Any]) -> None:
    page = play(scenario("late_reply"))
    count = "[...player.timeline.draft.hits.all()].filter(one => one.hit.what === 'message').length"
    assert page.evaluate(count) > 3
    show(page, hidden=[1])
    assert page.evaluate("player.timeline.draft.frame.rows.rows.length") == 1
    assert page.evaluate(count) > 3
    show(page, hidden=[0, 1])
    assert page.evaluate(count) == 0


def test_many_lanes_begin_as_groups_that_open(play: Callable[..., Any]) -> None:
    def worker(proc: Any) -> Any:
        yield proc.sleep(proc.random.randint(1, 50))

    def main(proc: Any) -> Any:
        for _ in range(1000):
            proc.spawn(worker)
        yield proc.receive(atom.never, after=100)

    page = play(run(main).trace)
    rows = "player.timeline.draft.frame.rows.rows.length"
    assert page.evaluate("player.model.processes.length") == 1001
    assert page.evaluate(rows) == 12
    left, top = corner(page)
    group = page.evaluate("[...player.timeline.draft.hits.all()].filter(one => one.hit.what === 'group')[1]")
    page.mouse.click(left + group["x"], top + group["y"])
    page.evaluate(FRAME)
    assert page.evaluate(rows) == 112
    show(page, grouping="none")
    assert page.evaluate(rows) == 1001


def test_ten_thousand_processes_are_three_levels(play: Callable[..., Any]) -> None:
    def worker(proc: Any) -> Any:
        yield proc.sleep(1)

    def main(proc: Any) -> Any:
        for _ in range(10_000):
            proc.spawn(worker)
        yield proc.sleep(2)

    page = play(run(main).trace)
    groups = "player.timeline.draft.frame.rows.groups.map(group => [group.depth, group.members.length])"
    assert [group for group in page.evaluate(groups) if group[0] < 2] == [[0, 10_000]] + [[1, 1_000]] * 10
    show(page, collapsed=[])
    assert sorted({depth for depth, _ in page.evaluate(groups)}) == [0, 1, 2]


def test_groups_are_nested_along_the_supervision_tree(play: Callable[..., Any]) -> None:
    page = play(scenario("crash_storm"), fragment="#g=supervisor&p=")
    names = "player.timeline.draft.frame.rows.groups.map(group => [group.depth, group.name.split(' ')[0]])"
    assert page.evaluate(names) == [[0, ":app"], *[[1, ":web"]] * 4]
    left, top = corner(page)
    inner = page.evaluate("[...player.timeline.draft.hits.all()].filter(one => one.hit.what === 'group')[1]")
    rows = "player.timeline.draft.frame.rows.rows.length"
    before = page.evaluate(rows)
    page.mouse.click(left + inner["x"], top + inner["y"])
    page.evaluate(FRAME)
    assert page.evaluate(rows) == before - 9
    page.mouse.click(left + inner["x"], top + inner["y"])
    page.evaluate(FRAME)
    assert page.evaluate(rows) == before


def test_the_order_of_the_lanes_is_that_of_birth(play: Callable[..., Any]) -> None:
    page = play(scenario("worker_pool"))
    order = "player.timeline.draft.frame.rows.rows.map(row => row.process).filter(process => process >= 0)"
    before = page.evaluate(order)
    assert before == sorted(before)
    show(page, hidden=[2, 5])
    assert page.evaluate(order) == [process for process in before if process not in (2, 5)]


@pytest.mark.parametrize("trace", [lambda: scenario("crash_storm"), hostile], ids=["crashes", "hostile"])
@pytest.mark.parametrize("layout", ["lanes", "sequence"])
def test_the_picture_in_view_as_a_file(play: Callable[..., Any], trace: Callable[[], Any], layout: str) -> None:
    page = play(trace())
    show(page, layout=layout)
    text = page.evaluate("player.timeline.svg()")
    tree = ElementTree.fromstring(text)
    kinds = {element.tag.rpartition("}")[2] for element in tree.iter()}
    assert kinds <= {"svg", "title", "path", "text", "g", "clipPath", "rect"} and {"path", "text"} <= kinds
    shown = page.evaluate("player.timeline.draft.labels.placed.map(label => label.text)")
    written = {element.text for element in tree.iter() if element.tag.endswith("text")}
    assert len(shown) > 0 and sum(label in written for label in shown) >= len(shown) * 0.8
    signature = (
        "player.timeline.png().then(blob => blob.arrayBuffer()).then(data => [...new Uint8Array(data.slice(0, 4))])"
    )
    assert bytes(page.evaluate(signature)) == b"\x89PNG"


def test_both_themes_draw_in_their_own_colours(play: Callable[..., Any]) -> None:
    page = play(scenario("late_reply"))
    pictures = {}
    for theme in ("light", "dark"):
        show(page, theme=theme)
        page.evaluate(FRAME)
        pictures[theme] = page.evaluate("player.timeline.svg()")
    assert "#ffffff" in pictures["light"] and "#ffffff" not in pictures["dark"]


def test_emphasis_fades_the_rest_and_draws_the_path(play: Callable[..., Any]) -> None:
    page = play(scenario("late_reply"))
    plain = page.evaluate("player.timeline.svg()")
    assert 'opacity="0.16"' not in plain
    page.evaluate(
        """() => {
          const events = new Uint8Array(player.model.trace.n);
          events.fill(1, 0, 12);
          player.timeline.emphasise({ events, path: [0, 4, 8, 11] });
        }"""
    )
    emphasised = page.evaluate("player.timeline.svg()")
    assert 'opacity="0.16"' in emphasised and 'stroke-width="6"' in emphasised
    page.evaluate("player.timeline.emphasise(null)")
    assert page.evaluate("player.timeline.svg()") == plain


def test_the_scrubber_moves_the_cursor_and_the_window(play: Callable[..., Any]) -> None:
    page = play(scenario("crash_storm"))
    box = page.locator(".scrubber").bounding_box()
    show(page, **{"from": 0.25, "to": 0.5})

    def drag(start: float, end: float, down: float = 0.4) -> None:
        page.mouse.move(box["x"] + start * box["width"], box["y"] + down * box["height"])
        page.mouse.down()
        page.mouse.move(box["x"] + end * box["width"], box["y"] + down * box["height"], steps=3)
        page.mouse.up()

    drag(0.5, 0.75)
    assert view(page, "to") == pytest.approx(0.75, abs=0.01) and view(page, "from") == 0.25
    drag(0.4, 0.3, down=0.95)
    assert view(page, "from") == pytest.approx(0.15, abs=0.01) and view(page, "to") == pytest.approx(0.65, abs=0.01)
    drag(0.3, 0.35)
    place = page.evaluate("player.timeline.map.of(player.store.get().cursor) / player.timeline.map.length")
    assert place == pytest.approx(0.35, abs=0.01)


def test_the_cursor_stays_in_sight(play: Callable[..., Any]) -> None:
    page = play(scenario("crash_storm"))
    show(page, **{"from": 0.1, "to": 0.2})
    for cursor in (300, 10, 200):
        show(page, cursor=cursor)
        page.evaluate(FRAME)
        place = page.evaluate("player.timeline.map.of(player.store.get().cursor) / player.timeline.map.length")
        assert view(page, "from") <= place <= view(page, "to")


def test_a_large_run_is_drawn_within_a_frame(play: Callable[..., Any]) -> None:
    """By the processor time of the page's scripts, which does not depend on what else the machine does."""
    page = play(large())
    assert page.evaluate("player.model.trace.n") > 100_000
    clock = page.context.new_cdp_session(page)
    clock.send("Performance.enable", {"timeDomain": "threadTicks"})

    def milliseconds() -> float:
        metrics = {each["name"]: each["value"] for each in clock.send("Performance.getMetrics")["metrics"]}
        return 1000 * float(metrics["ScriptDuration"])

    took = []
    steps = [("refresh()", 20), ("zoom(1.2, 500, 200)", 40), ("pan(-40, 0)", 20), ("zoom(1 / 1.2, 500, 200)", 40)]
    for act, times in steps:
        for _ in range(times):
            before = milliseconds()
            page.evaluate(f"() => {{ player.timeline.{act}; return {FRAME}; }}")
            took.append(milliseconds() - before)
    assert 0 < sorted(took)[int(len(took) * 0.95)] <= 33
