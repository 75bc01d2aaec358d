"""In the browser: search, filters, links to a moment, causality, two runs, themes and keys."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from panels import cursor, go, open_tab, press, settled, view
from played_traces import large, scenario
from waiting import wait_for

from simulator import ANY, atom, run
from simulator.trace import history
from simulator.trace.comparison import compare, pairs

Play = Callable[..., Any]

CONTRAST = """
names => {
  const light = colour => {
    const probe = document.createElement('span');
    probe.style.color = colour;
    document.body.append(probe);
    const [r, g, b] = getComputedStyle(probe).color.match(/[\\d.]+/g).map(part => part / 255)
      .map(part => part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    probe.remove();
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  return names.map(([ink, paper]) => {
    const [a, b] = [light(`var(--${ink})`), light(`var(--${paper})`)];
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  });
}
"""


def find(page: Any, text: str, regex: bool = False) -> str:
    """Search and return what the status says."""
    press(page, "/")
    page.get_by_label("regular expression").set_checked(regex)
    page.get_by_label("search the events").fill(text)
    page.keyboard.press("Enter")
    page.wait_for_function("() => !/so far/.test(document.querySelector('#search-status').textContent)")
    settled(page)
    return str(page.locator("#search-status").inner_text())


def test_search_finds_texts_names_and_kinds(play: Play) -> None:
    trace = scenario("worker_pool")
    page = play(trace)
    assert find(page, "no such thing anywhere") == "0 hits"
    assert find(page, "#333") == "1 hit"
    assert cursor(page) == 333
    shown = find(page, "crashes")
    deliveries = [event.seq for event in trace if type(event).__name__ == "Deliver"]
    assert shown != find(page, "deliver")
    found = []
    page.locator(".find .virtual").focus()
    press(page, "Home")
    for _ in deliveries[:3]:
        found.append(cursor(page))
        press(page, "n")
    assert found == deliveries[:3]
    press(page, "Shift+N", "Shift+N")
    assert cursor(page) == deliveries[1]


def test_search_by_regular_expression(play: Play) -> None:
    trace = scenario("ping_pong")
    page = play(trace)
    wanted = re.compile(r"\{:p[io]ng, (#PID<0\.100\.0>, )?[23]\}")
    expected = {event.seq for event in trace if wanted.search(str(getattr(event, "msg", "")))}
    find(page, wanted.pattern, regex=True)
    hits = page.locator(".find .virtual-row:visible .number").all_inner_texts()
    assert expected <= {int(hit[1:]) for hit in hits}
    assert "Not a regular expression" in find(page, "(", regex=True)
    assert page.get_by_label("search the events").get_attribute("aria-invalid") == "true"
    assert find(page, "(", regex=False) == "0 hits"


def test_search_in_a_large_trace_leaves_the_page_alive(play: Play) -> None:
    page = play(large())
    longest = page.evaluate(
        """async () => {
          let longest = 0, then = performance.now(), over = false;
          const watch = () => {
            longest = Math.max(longest, performance.now() - then);
            then = performance.now();
            if (!over) setTimeout(watch);
          };
          player.store.set({ panel: 'find' });
          setTimeout(watch);
          player.store.set({ search: '1234' });
          while (!/^[\\d,]+ hits?$/.test(document.querySelector('#search-status').textContent)) {
            await new Promise(done => setTimeout(done, 20));
          }
          over = true;
          return longest;
        }"""
    )
    assert longest < 500, "milliseconds without an answer; a slice of the search takes ten"


def test_filters_hide_and_undo_brings_back(play: Play) -> None:
    page = play(scenario("worker_pool"), fragment="#p=find&s=p1")
    boxes = page.locator(".boxes input")
    boxes.nth(3).uncheck()
    boxes.nth(4).uncheck()
    page.get_by_label("timers").uncheck()
    page.get_by_label("Group processes").select_option("module")
    settled(page)
    assert (view(page)["hidden"], view(page)["without"], view(page)["grouping"]) == ([3, 4], ["timer"], "module")
    page.wait_for_function("() => location.hash.includes('h=3-4') && location.hash.includes('x=timer')")
    page.get_by_role("button", name="only selected: show only the selected process", exact=True).click()
    settled(page)
    assert len(view(page)["hidden"]) == len(page.evaluate("player.model.processes.map(p => p.pid)")) - 1
    page.wait_for_timeout(1)
    for _ in range(6):
        press(page, "u")
    assert (view(page)["hidden"], view(page)["without"], view(page)["grouping"]) == ([], [], "none")
    assert boxes.nth(3).is_checked()


def test_a_link_opens_the_same_moment(play: Play) -> None:
    trace = scenario("worker_pool")
    page = play(trace)
    wanted = {
        "cursor": 222,
        "at": None,
        "legend": False,
        "selection": {"what": "message", "index": 7},
        "mode": "step",
        "layout": "sequence",
        "from": 0.25,
        "to": 0.5,
        "grouping": "module",
        "hidden": [2, 3, 4, 9],
        "collapsed": ["a, b", "ü&=#"],
        "without": ["timer", "link"],
        "search": "a+b & =#%",
        "regex": True,
        "bookmarks": [3, 222],
        "notes": {"222": "a, b: ü&=#"},
        "theme": "dark",
        "speed": 1000,
        "panel": "graph",
        "cone": "past",
    }
    page.evaluate("wanted => player.store.set(wanted)", wanted)
    page.wait_for_function("() => location.hash.includes('e=222')")
    fragment = page.evaluate("location.hash")
    assert len(fragment) < 250
    again = play(trace, fragment=fragment)
    assert view(again) == wanted
    again.evaluate("location.hash = '#e=5'")
    again.wait_for_function("() => player.store.get().cursor === 5")


def test_many_processes_are_grouped_unless_the_link_says_otherwise(play: Play) -> None:
    def main(proc: Any) -> Any:
        for _ in range(220):
            proc.spawn(lambda proc: None)
        yield proc.sleep(1)

    trace = run(main).trace
    page = play(trace)
    assert view(page)["grouping"] == "module"
    page.evaluate("player.store.set({ grouping: 'none', collapsed: [] })")
    page.wait_for_function("() => location.hash.includes('g=none')")
    again = play(trace, fragment=page.evaluate("location.hash"))
    assert (view(again)["grouping"], view(again)["collapsed"]) == ("none", [])


@pytest.mark.parametrize(
    "fragment",
    [
        "#e=99999999999&s=m99999&w=2-1&h=1-999999999&b=77.a.-1",
        "#e=x&m=<b>&l=&p=../&k=all&v=1e999&t=pink&q=%E0%A4%A&__proto__=1",
        "#&&==&",
    ],
)
def test_a_wrong_link_does_no_harm(play: Play, fragment: str) -> None:
    trace = scenario("ping_pong")
    page = play(trace, fragment=fragment)
    shown = view(page)
    assert -1 <= shown["cursor"] < len(trace)
    assert 0 <= shown["from"] < shown["to"] <= 1
    assert all(process < 2 for process in shown["hidden"])
    press(page, "ArrowRight")


def test_the_chain_of_causes_is_that_of_the_trace(play: Play) -> None:
    trace = scenario("url_fetcher")
    events = list(trace)
    target = next(event.seq for event in reversed(events) if type(event).__name__ == "Receive")
    page = play(trace, fragment=f"#e={target}&s=e{target}&p=causes")
    chain, seq = [], target
    while seq is not None:
        chain.insert(0, seq)
        seq = events[seq].cause
    found = page.evaluate(f"player.app.current.stage.causality.chain({target}).map(hop => hop.event)")
    assert found == chain
    page.get_by_label("every step").check()
    settled(page)
    assert f"#{target} " in page.locator(".causes .virtual-row.current").inner_text()
    assert page.locator(".causes .virtual").get_attribute("data-count") == str(len(chain))


def test_past_and_future_are_cones(play: Play) -> None:
    trace = scenario("url_fetcher")
    events = list(trace)
    page = play(trace, fragment="#e=80&s=e80&k=both")
    past, future = page.evaluate(
        """() => {
          const { causality } = player.app.current.stage;
          return [causality.past(80), causality.future(80)].map(marks => [...marks.keys()].filter(e => marks[e]));
        }"""
    )
    assert max(past) == min(future) == 80
    assert set(past) & set(future) == {80}
    for event in past:
        assert events[event].cause is None or events[event].cause in past
    for event in events:
        if event.cause in future:
            assert event.seq in future
    press(page, "6")
    assert f"{len(past) + len(future) - 1} events of" in page.locator(".causes [role=status]").inner_text()


def test_the_critical_path_goes_through_what_was_waited_for(play: Play) -> None:
    def worker(proc: Any, boss: Any, cost: int) -> Any:
        yield proc.work(cost)
        proc.send(boss, (atom.done, cost))

    def main(proc: Any) -> Any:
        for cost in (5, 30, 10):
            proc.spawn(worker, proc.pid, cost)
        yield proc.sleep(2)
        for _ in range(3):
            yield proc.receive((atom.done, ANY))
        proc.puts("all done")

    trace = run(main).trace
    events = list(trace)
    target = next(event for event in events if type(event).__name__ == "Output")
    page = play(trace)
    path = page.evaluate(
        f"player.app.current.stage.causality.critical({target.seq})"
        ".map(hop => [hop.event, Number(hop.duration), hop.kind])"
    )
    assert sum(duration for _, duration, _ in path) == target.t == 30_000_000
    assert [(events[event].pid, kind) for event, duration, kind in path if duration] == [(102, "work")]
    assert path[0][0] == 0 and path[-1][0] == target.seq


def test_two_runs_in_step(play: Play) -> None:
    first, second = _two_runs()
    found = compare(first, second)
    assert found.parting is not None and found.parting[0] is not None and found.parting[1] is not None
    parting = [told.event.seq for told in found.parting if told is not None]
    page = play(first, second, data={"alignment": {"pairs": pairs(first, second), "divergence": parting}})
    assert view(page)["panel"] == "compare"
    page.get_by_role("button", name="go to the first difference").first.click()
    settled(page)
    assert cursor(page) == parting[0]
    assert page.locator(".left:visible").count() == 1
    page.get_by_role("button", name="show run B").first.click()
    settled(page)
    assert page.locator(".left:visible").count() == 1
    page.wait_for_function("() => location.hash.includes('run=b')")
    a, b = pairs(first, second)[len(pairs(first, second)) // 2]
    go(page, b)
    before = max(x for x, y in pairs(first, second) if y <= b)
    assert page.evaluate("player.app.workspaces[0].store.get().cursor") == before >= a
    rows = int(page.locator(".compare .virtual:visible").get_attribute("aria-rowcount"))
    assert rows == len(list(first)) + len(list(second)) - len(pairs(first, second))


def _two_runs() -> tuple[Any, Any]:
    def main_of(order: tuple[int, ...]) -> Any:
        def child(proc: Any, n: int) -> Any:
            yield proc.receive()
            proc.puts(f"child {n}")

        def main(proc: Any) -> Any:
            children = [proc.spawn(child, n) for n in range(3)]
            for n in order:
                proc.send(children[n], atom.go)
                yield proc.sleep(1)

        return main

    return run(main_of((0, 1, 2))).trace, run(main_of((0, 2, 1))).trace


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_both_themes_can_be_read(play: Play, scheme: str) -> None:
    page = play(scenario("late_reply"), color_scheme=scheme)
    assert page.evaluate("document.documentElement.dataset.theme") == scheme
    inks = "ink quiet alarm message call cast link monitor timer run work note accent"
    pairs = [[ink, "paper"] for ink in inks.split()]
    pairs += [["ink", fill] for fill in ("panel", "band", "run-fill", "work-fill", "note-fill", "alarm-fill")]
    pairs += [["quiet", "panel"], ["quiet", "band"], ["quiet", "note-fill"], ["console-ink", "console"]]
    for pair, contrast in zip(pairs, page.evaluate(CONTRAST, pairs), strict=True):
        assert contrast >= 4.5, pair
    press(page, "t")
    assert page.evaluate("document.documentElement.dataset.theme") == "light"
    press(page, "t")
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"


def test_everything_has_a_name_and_can_be_reached_by_keys(play: Play) -> None:
    page = play(scenario("late_reply"))
    nameless = page.evaluate(
        """() => [...document.querySelectorAll('button, input, select, [role=slider], [role=grid], [role=listbox]')]
          .filter(e => !(e.getAttribute('aria-label') || e.textContent.trim() || e.labels?.length || e.title))
          .map(e => e.outerHTML)"""
    )
    assert nameless == []
    page.keyboard.press("2")
    settled(page)
    assert page.get_by_role("tab", selected=True).first.inner_text() == "Lesson"
    page.get_by_role("tab", name="Lesson").focus()
    press(page, "ArrowRight")
    assert page.get_by_role("tab", selected=True).first.inner_text() == "Graph"
    page.get_by_role("tab", name="Lesson").click()
    before = cursor(page)
    press(page, "ArrowRight")
    assert cursor(page) == before + 1, "who clicked on a tab steps through the run"
    press(page, "?")
    assert page.locator("dialog").is_visible()
    press(page, "Escape")
    assert not page.locator("dialog").is_visible()
    splitter = page.get_by_role("separator")
    splitter.focus()
    width = page.locator(".rights").bounding_box()["width"]
    press(page, "ArrowLeft")
    assert page.locator(".rights").bounding_box()["width"] > width


@pytest.mark.parametrize("size", [(1280, 720), (390, 844)])
def test_the_page_fits_its_window(play: Play, size: tuple[int, int]) -> None:
    page = play(scenario("worker_pool"), viewport={"width": size[0], "height": size[1]})
    for name in ("Inspector", "Lesson", "Graph", "Find", "Events", "Causality"):
        open_tab(page, name)
        assert page.evaluate("document.documentElement.scrollWidth") <= size[0], name


def test_the_picture_can_be_saved(play: Play) -> None:
    page = play(scenario("late_reply"))
    for kind, magic in (("SVG", b"<"), ("PNG", b"\x89PNG")):
        with page.expect_download() as waited:
            page.get_by_role("button", name=f"save what the timeline shows as {kind}").click()
        with open(waited.value.path(), "rb") as file:
            assert file.read().startswith(magic)
        assert waited.value.suggested_filename == f"08_late_reply.{kind.lower()}"


def test_the_inspector_is_quick_with_many_processes(play: Play) -> None:
    def idle(proc: Any) -> Any:
        while True:
            sender, n = yield proc.receive()
            proc.send(sender, n)

    def main(proc: Any) -> Any:
        pids = [proc.spawn_link(idle) for _ in range(1000)]
        for n in range(2):
            for pid in pids:
                proc.send(pid, (proc.pid, n))
            for _ in pids:
                yield proc.receive()

    page = play(run(main).trace)
    times = page.evaluate(
        """async () => {
          const times = [];
          const { tabs, store } = player.app.current;
          for (let i = 1; i <= 30; i++) {
            store.set({ cursor: Math.floor(player.model.trace.n * ((i * 0.618034) % 1)) });
            const began = performance.now();
            tabs.refresh();
            document.body.offsetHeight;
            times.push(performance.now() - began);
            await new Promise(done => requestAnimationFrame(done));
          }
          return times.sort((a, b) => a - b);
        }"""
    )
    assert times[len(times) // 2] < 100, json.dumps(times)


HITS = "player.app.current.find.hits.map(e => [e, player.model.trace.kindOf(e)])"


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("from:ponger and kind:send", {"send"}),
        ("msg:{:pong, _}", {"send", "deliver", "receive"}),
        ("kind:output or kind:exit", {"output", "exit"}),
        ("process:ponger not kind:wait kind:receive", {"receive"}),
        ("(kind:spawn or kind:exit) process:main", {"spawn", "exit"}),
        ("t>1s", set()),
    ],
)
def test_fields_can_be_asked_for(play: Play, asked: str, found: set[str]) -> None:
    page = play(scenario("ping_pong"))
    page.evaluate("asked => player.store.set({ search: asked })", asked)
    wait_for(page, "!document.getElementById('search-status').textContent.includes('so far')")
    hits = page.evaluate(HITS)
    assert {kind for _, kind in hits} == found


def test_a_time_in_the_mailbox_can_be_asked_for(play: Play) -> None:
    trace = scenario("receive_loop")
    page = play(trace)
    page.evaluate("player.store.set({ search: 'kind:receive wait>10ms' })")
    told = history(trace)
    late = {
        message.received.seq
        for message in told.messages
        if message.received and message.enqueued and message.received.t - message.enqueued.t > 10_000_000
    }
    assert {event for event, _ in page.evaluate(HITS)} == late and late


@pytest.mark.parametrize(
    ("asked", "complaint"),
    [
        ("wait>soon", "soon is no duration, as 50ms is"),
        ("(kind:send", "a bracket is not closed"),
        ("kind:send colour:red", "colour: is no field"),
        ("not kind:send or", "something is missing at the end"),
    ],
)
def test_what_is_no_expression_is_said(play: Play, asked: str, complaint: str) -> None:
    page = play(scenario("ping_pong"))
    page.evaluate("asked => player.store.set({ search: asked })", asked)
    assert complaint in page.locator("#search-status").text_content()


def test_the_next_time_this_happens(play: Play) -> None:
    page = play(scenario("ping_pong"))
    go(page, 2)
    press(page, "j")
    wait_for(page, "player.store.get().cursor > 2")
    assert view(page)["search"] == 'kind:send process:"main/0" msg:{:ping, _, _}'
