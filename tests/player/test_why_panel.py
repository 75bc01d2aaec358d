"""In the browser: why, in the words of Python, at the moment that is looked at."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from panels import cursor, open_tab, settled
from played_traces import scenario

from simulator.trace.why.ahead import answers
from simulator.trace.why.known import Known
from simulator.trace.why.latencies import latencies
from simulator.trace.why.provenance import provenance
from simulator.trace.why.way import path_to

SAID = """
() => [...document.querySelectorAll('.why .answers .answer')].map(
  answer => [...answer.querySelectorAll('li')].map(li => [...li.childNodes]
    .filter(node => !node.classList || !node.classList.contains('mark')).map(node => node.textContent).join('').trim()))
"""


ASK = "event => player.store.set({ cursor: event, selection: { what: 'process', index: 2 } })"


def plain(texts: list[str]) -> list[str]:
    """Events stand in brackets in Python's text, and as links in the page's."""
    return [text.replace("(", "").replace(")", "") for text in texts]


def test_at_every_event_the_page_says_what_python_does(play: Callable[..., Any]) -> None:
    trace = scenario("deadlock")
    _, held = answers(Known(trace))
    page = play(trace)
    open_tab(page, "Why")
    for event in range(len(trace)):
        page.evaluate(ASK, event)
        settled(page)
        here = [each for each in held if each.start <= event and (each.end is None or event <= each.end)]
        expected = [plain([b.text for b in each.answer.because]) for each in here if each.answer.pid == 102]
        assert [plain(each) for each in page.evaluate(SAID)] == expected, f"at event {event}"


def test_a_deadlock_is_called_so_and_its_events_lead_there(play: Callable[..., Any]) -> None:
    page = play(scenario("deadlock"))
    open_tab(page, "Why")
    deadlock = page.locator(".why .standing .because-deadlock").first
    assert "each waits for the next, which is a deadlock until one of them gives up, at 1 s" in deadlock.inner_text()
    page.locator(".why .standing .go", has_text="#41").first.click()
    settled(page)
    assert cursor(page) == 41


def test_the_evidence_of_a_sentence_is_marked_and_unmarked(play: Callable[..., Any]) -> None:
    page = play(scenario("deadlock"))
    open_tab(page, "Why")
    mark = page.locator(".why .standing .mark").first
    mark.click()
    assert mark.get_attribute("aria-pressed") == "true"
    mark.click()
    assert mark.get_attribute("aria-pressed") == "false"


def test_a_bar_finds_its_calls(play: Callable[..., Any]) -> None:
    trace = scenario("worker_pool")
    [kind] = latencies(Known(trace))
    page = play(trace)
    open_tab(page, "Why")
    section = page.locator(".why .latencies")
    assert kind.text in section.inner_text()
    faces = section.locator(".bar")
    assert [int(text) for text in faces.locator(".count").all_inner_texts()] == [len(bar.calls) for bar in kind.bars]
    for number, call in enumerate(kind.bars[1].calls):
        faces.nth(1).click()
        settled(page)
        assert cursor(page) == call.events[0]
        assert section.locator(".found p").inner_text() == f"{number + 1} of {len(kind.bars[1].calls)}: {call.text}"
    assert faces.nth(1).get_attribute("aria-pressed") == "true"
    section.get_by_text("unmark").click()
    assert faces.nth(1).get_attribute("aria-pressed") == "false"


def test_the_way_of_a_value_is_the_same_in_the_page_and_drawn_by_a_key(play: Callable[..., Any]) -> None:
    trace = scenario("kv_store")
    run = Known(trace)
    known = provenance(run)
    assert known.links
    page = play(trace)
    for seq in range(len(run.events)):
        way = page.evaluate("e => player.app.workspaces[0].stage.causality.value(e).map(hop => hop.event)", seq)
        assert way == path_to(seq, known)[::-1]
    page.keyboard.press("p")
    page.keyboard.press("p")
    settled(page)
    assert page.evaluate("() => player.store.get().cone") == "value"
