"""In the browser: the inspector, playing, the lesson, the link graph, the table of events."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from moments import moment
from panels import cursor, go, inspected, open_tab, press, settled, view
from played_traces import hostile, scenario

from simulator import ANY, atom, run
from simulator.trace import history

Play = Callable[..., Any]


@pytest.mark.parametrize("name", ["late_reply", "unlink"])
def test_steps_forward_and_back_show_what_the_trace_says(play: Play, name: str) -> None:
    trace = scenario(name)
    told = history(trace)
    page = play(trace)
    press(page, "Home")
    assert cursor(page) == -1
    forward = []
    for event in range(len(trace)):
        press(page, "ArrowRight")
        forward.append(inspected(page))
        assert _comparable(forward[-1]) == _expected(moment(told, event)), f"after event {event}"
    for event in reversed(range(len(trace) - 1)):
        press(page, "ArrowLeft")
        assert inspected(page) == forward[event], f"back at event {event}"


def _comparable(cards: list[dict[str, Any]]) -> list[tuple[Any, ...]]:
    return [
        (
            card["pid"],
            card["state"],
            card["mailbox"],
            _pids(card["facts"].get("links", "")),
            _pids(card["facts"].get("monitors", "")),
            card["facts"].get("state"),
            card["facts"].get("reason"),
        )
        for card in cards
    ]


def _expected(states: list[dict[str, Any]]) -> list[tuple[Any, ...]]:
    return [
        (
            state["pid"],
            state["state"],
            state["mailbox"],
            state["links"] if state["state"] != "dead" else [],
            [other or 0 for _, other, _ in state["monitors"]] if state["state"] != "dead" else [],
            state["server"] if state["state"] != "dead" else None,
            state["exit"],
        )
        for state in states
    ]


def _pids(words: str) -> list[int]:
    return [int(pid or 0) for pid in re.findall(r"<0\.(\d+)\.0>|nobody", words)]


def test_the_inspector_tells_which_clause_rejects_which_message(play: Play) -> None:
    def chooser(proc: Any) -> Any:
        yield proc.receive((atom.b, ANY), (atom.c, int), after=5)

    def main(proc: Any) -> Any:
        pid = proc.spawn(chooser)
        proc.send(pid, (atom.a, 1))
        proc.send(pid, (atom.c, "no number"))
        proc.send(pid, atom.b)
        yield proc.sleep(10)

    page = play(run(main).trace)
    page.evaluate("player.store.set({ cursor: player.model.firstAt(5000000n) - 1 })")
    settled(page)
    card = next(card for card in inspected(page) if card["pid"] == 101)
    assert card["words"] == "waits in receive from now on, gives up in 5 ms"
    assert card["mailbox"] == ["{:a, 1}", '{:c, "no number"}', ":b"]
    assert card["verdicts"] == [
        "✗ clause 1 rejects it: element 1: it wants :b, :a came",
        "✗ clause 2 rejects it: element 1: it wants :c, :a came",
        "✗ clause 1 rejects it: element 1: it wants :b, :c came",
        '✗ clause 2 rejects it: element 2: "no number" is no int',
        "✗ clause 1 rejects it: it wants {:b, _}, :b came",
        "✗ clause 2 rejects it: it wants {:c, int}, :b came",
    ]


def test_the_inspector_tells_which_clause_will_take_a_message(play: Play) -> None:
    def chooser(proc: Any) -> Any:
        yield proc.receive((atom.a, lambda n: n > 1), (atom.a, int))

    def main(proc: Any) -> Any:
        pid = proc.spawn(chooser)
        yield proc.sleep(1)
        for message in (atom.no, (atom.a, 2), (atom.a, 3)):
            proc.send(pid, message)
        yield proc.sleep(1)

    trace = run(main).trace
    taken = next(event.seq for event in trace if type(event).__name__ == "Receive" and event.pid == 101)
    page = play(trace)
    go(page, taken - 1)
    card = next(card for card in inspected(page) if card["pid"] == 101)
    assert card["mailbox"] == [":no", "{:a, 2}", "{:a, 3}"]
    assert card["verdicts"] == [
        "✗ clause 1 rejects it: it wants {:a, _ when fn}, :no came",
        "✗ clause 2 rejects it: it wants {:a, int}, :no came",
        "✓ clause 1 takes it",
        "clause 1 might take it",
        "clause 2 would take it",
    ]


def test_the_inspector_tells_how_much_work_is_left(play: Play) -> None:
    trace = scenario("schedulers")
    page = play(trace)
    page.evaluate("player.store.set({ cursor: player.model.lastAt(250000000n) })")
    settled(page)
    words = {card["pid"]: card["words"] for card in inspected(page)}
    assert words[101] == "waits for a scheduler since 100 ms, 900 ms of work to go"
    assert words[103] == "works on scheduler 1 from now on, 1 s of work to go"


def test_who_is_blocked_on_whom_can_be_followed(play: Play) -> None:
    page = play(scenario("deadlock"))
    blocked = page.evaluate(
        "player.model.strips.flatMap(lane => [...lane])"
        ".findLast(strip => strip.state === 'call' && strip.to >= 0 && strip.on > 0).from"
    )
    go(page, blocked)
    card = page.locator("details.process", has=page.locator("dt", has_text="blocked on")).first
    server = card.locator("dd").first
    name = server.inner_text()
    server.get_by_role("button").click()
    settled(page)
    assert page.locator("details.process.selected .name").inner_text() == name


def test_steps_by_message_and_by_callback(play: Play) -> None:
    trace = scenario("stack")
    events = list(trace)
    page = play(trace)
    press(page, "Home", "Shift+ArrowRight")
    while cursor(page) < len(events) - 1:
        kind = type(events[cursor(page)]).__name__.lower()
        assert kind in {"send", "receive", "drop", "call", "reply", "cast", "fire", "down", "signal", "ignore"}
        before = cursor(page)
        press(page, "Shift+ArrowRight")
        if cursor(page) == before:
            break
    page.evaluate("player.store.set({ cursor: -1, selection: { what: 'process', index: 1 } })")
    seen = []
    for _ in range(4):
        press(page, "Control+ArrowRight")
        seen.append(cursor(page))
    callbacks = [event.seq for event in events if type(event).__name__ == "Callback" and event.pid == 101]
    assert seen == callbacks[:4]
    press(page, "Control+ArrowLeft")
    assert cursor(page) == callbacks[2]


def test_going_to_a_moment(play: Play) -> None:
    trace = scenario("timers")
    events = list(trace)
    page = play(trace)

    def goto(text: str) -> int:
        press(page, "g")
        page.keyboard.type(text)
        press(page, "Enter", "Escape")
        return cursor(page)

    def last(t: float) -> int:
        return max(event.seq for event in events if event.t <= t)

    end = events[-1].t
    assert goto("#7") == 7
    assert goto(f"{end // 2}ns") == last(end / 2)
    assert goto("+1ms") == last(end // 2 + 1_000_000)
    assert goto("-5ns") == last(end // 2 + 1_000_000 - 5)
    before = cursor(page)
    assert goto("soon") == before
    assert "write a time" in page.locator(".complaint").inner_text()
    assert page.evaluate("player.store.get().cursor") == before


def test_playing_stops_at_the_end_and_begins_anew(play: Play) -> None:
    trace = scenario("ping_pong")
    page = play(trace, fragment="#v=-1000")
    press(page, "Space")
    page.wait_for_function("() => !player.store.playing && player.store.get().cursor === player.model.trace.n - 1")
    page.get_by_role("button", name="play (space)").click()
    page.wait_for_function("() => player.store.playing || player.store.get().cursor === player.model.trace.n - 1")


def test_playing_in_virtual_time(play: Play) -> None:
    trace = scenario("latency")
    page = play(trace, fragment="#v=10000000000&e=0")
    press(page, "Space")
    page.wait_for_function("() => player.store.get().cursor === player.model.trace.n - 1")


def test_bookmarks_travel_with_the_link(play: Play) -> None:
    page = play(scenario("ping_pong"), fragment="#e=4")
    press(page, "b", "ArrowRight", "ArrowRight", "b")
    assert view(page)["bookmarks"] == [4, 6]
    press(page, "[")
    assert cursor(page) == 4
    press(page, "b")
    assert view(page)["bookmarks"] == [6]
    press(page, "u")
    page.wait_for_function("() => location.hash.includes('b=4.6')")


def test_the_source_is_marked_and_leads_to_its_events(play: Play) -> None:
    trace = scenario("ping_pong")
    events = list(trace)
    page = play(trace)
    open_tab(page, "Lesson")
    for event in (2, 5, 9, 1):
        go(page, event)
        assert page.locator(".source .current .gutter").inner_text() == str(events[event].line)
        source, line = page.locator(".source").bounding_box(), page.locator(".source .current").bounding_box()
        assert source["y"] <= line["y"] <= source["y"] + source["height"] - line["height"], "it is scrolled to"
    line = events[2].line
    of_line = [event.seq for event in events if event.line == line]
    go(page, -1)
    for expected in [*of_line, of_line[0]]:
        page.locator(".source > div").nth(line - 1).click()
        settled(page)
        assert cursor(page) == expected


def test_the_source_leads_to_its_events_by_keys(play: Play) -> None:
    trace = scenario("ping_pong")
    events = list(trace)
    page = play(trace, fragment="#p=lesson&e=2")
    lines = sorted({event.line for event in events if event.line and not event.file})
    at = lines.index(events[2].line)
    page.locator(".source").focus()
    press(page, "ArrowDown")
    assert events[cursor(page)].line == lines[at + 1]
    before = cursor(page)
    press(page, "Enter")
    assert events[cursor(page)].line == lines[at + 1] and cursor(page) != before
    press(page, "ArrowUp")
    assert events[cursor(page)].line == lines[at]


def test_a_process_can_be_hidden_from_its_card(play: Play) -> None:
    page = play(scenario("late_reply"), fragment="#e=20")
    page.locator("details.process").nth(1).get_by_role("button", name="hide this process on the timeline").click()
    assert view(page)["hidden"] == [1]
    press(page, "u")
    assert view(page)["hidden"] == []
    page.locator("details.process").nth(1).get_by_role("button", name="select this process").click()
    press(page, "h")
    assert view(page)["hidden"] == [1]


def test_the_lesson_shows_its_words_and_the_console_what_was_printed_so_far(play: Play) -> None:
    trace = scenario("rate_limiter")
    page = play(trace)
    open_tab(page, "Lesson")
    shown = page.locator(".lesson").inner_text()
    assert trace.header.scenario.title in shown
    assert trace.header.scenario.doc.split()[-1] in shown
    outputs = [event for event in trace if type(event).__name__ == "Output"]
    for number, event in enumerate(outputs):
        go(page, event.seq)
        rows = page.locator(".console .virtual-row:visible .what").all_inner_texts()
        assert rows[-1] == event.text.rstrip("\n")
        assert page.locator(".console").get_attribute("data-count") == str(number + 1)


def test_the_guided_walk_stops_at_the_notes(play: Play) -> None:
    trace = scenario("why_processes")
    notes = [event for event in trace if type(event).__name__ == "Note"]
    page = play(trace)
    open_tab(page, "Lesson")
    for number, note in enumerate(notes, 1):
        page.get_by_role("button", name="next stop (W)").click()
        settled(page)
        assert cursor(page) == note.seq
        stop = page.locator(".stop").inner_text()
        assert note.text in stop and f"Stop {number} of {len(notes)}" in stop
    press(page, "Shift+W")
    assert cursor(page) == notes[-2].seq


def test_the_link_graph_keeps_its_places_and_follows_the_cursor(play: Play) -> None:
    trace = scenario("crash_storm")
    told = history(trace)
    page = play(trace)
    open_tab(page, "Graph")
    places = None
    for event in range(0, len(trace), 75):
        go(page, event)
        found = page.evaluate("[...document.querySelectorAll('.graph .node')].map(n => n.getAttribute('transform'))")
        places = places or found
        assert found == places
        states = moment(told, event)
        links = sum(
            1 for state in states for other in state["links"] if other > state["pid"] and state["state"] != "dead"
        )
        assert page.locator(".graph .panel, .graph").first.locator("p").first.inner_text().startswith(f"{links} link")
    assert len(places or []) < 10, "what is restarted keeps its place"


def test_the_table_has_every_event_and_its_current_row_is_that_of_the_cursor(play: Play) -> None:
    trace = scenario("worker_pool")
    page = play(trace, fragment="#p=events&e=300")
    table = page.get_by_role("grid")
    assert table.get_attribute("aria-rowcount") == str(len(trace))
    settled(page)
    row = page.locator("[role=row][aria-selected=true]")
    assert row.locator("[role=gridcell]").first.inner_text() == "300"
    table.focus()
    press(page, "ArrowDown", "ArrowDown", "ArrowUp")
    assert cursor(page) == 301
    assert table.get_attribute("aria-activedescendant") == row.get_attribute("id")
    press(page, "End")
    assert cursor(page) == len(trace) - 1
    page.wait_for_function("() => document.querySelector('.aside[aria-live]').textContent.includes('the run ends')")


def test_hostile_texts_are_text_in_every_panel(play: Play) -> None:
    trace = hostile()
    page = play(trace, fragment="#p=inspector&s=p1")
    notes = [event.seq for event in trace if type(event).__name__ == "Note"]
    for name in ("Inspector", "Lesson", "Graph", "Find", "Events", "Causality"):
        open_tab(page, name)
        for event in notes[::3]:
            go(page, event)
            assert page.evaluate("document.querySelectorAll('.panel img, .panel script, .panel style').length") == 0
    assert page.evaluate("window.broken") is None
