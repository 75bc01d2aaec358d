"""In the browser: a lesson's walk, and its questions in the order of PRIMM, judged by the run."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from panels import cursor, open_tab, press, settled
from played_traces import scenario
from waiting import wait_for

from simulator.scenario.lessons.answering import changes, told
from simulator.scenario.lessons.lesson import lesson_of

PATH = str(Path(__file__).parents[2] / "scenarios" / "02_messages" / "06_ping_pong.py")
OUTPUT = "3 rounds, done at 0 ms"


@pytest.fixture
def lesson(play: Callable[..., Any]) -> Callable[..., Any]:
    trace = scenario("ping_pong")
    found = lesson_of(PATH)
    assert found is not None
    changed = changes(found, PATH, {})
    asked = told(found, trace, PATH, changed)
    return lambda fragment="": play(trace, data={"lesson": asked, "variants": changed}, fragment=fragment)


def answer(page: Any, number: int, text: str) -> str:
    """Answer a question, and return what is said to it."""
    question = page.locator(".predict .question").nth(number)
    question.locator("textarea, input").fill(text)
    question.locator("button[type=submit]").click()
    return str(question.locator(".verdict").inner_text())


def test_the_run_is_hidden_until_it_is_predicted_and_then_plays(lesson: Callable[..., Any]) -> None:
    page = lesson("#predict&p=lesson")
    assert page.locator(".timeline-host:visible").count() == 0
    assert not page.locator(".console:visible").count()
    assert OUTPUT not in page.locator("body").inner_text()
    assert "Not so" in answer(page, 0, "3 rounds, done at 60 ms")
    assert "So it is" in answer(page, 0, f"  {OUTPUT} \n")
    assert page.locator(".timeline-host:visible").count() == 0
    assert "So it is" in answer(page, 1, "4")
    assert page.locator(".timeline-host:visible").count() == 1
    wait_for(page, "player.app.current.store.playing || player.app.current.store.get().cursor > 0")


def test_who_gives_up_is_told_what_the_run_says(lesson: Callable[..., Any]) -> None:
    page = lesson("#predict&p=lesson")
    for number in range(2):
        page.locator(".predict .question").nth(number).get_by_role("button", name="Show the answer").click()
    assert page.locator(".predict .verdict pre").first.inner_text() == OUTPUT
    assert page.locator(".timeline-host:visible").count() == 1


def test_the_walk_goes_from_stop_to_stop(lesson: Callable[..., Any]) -> None:
    page = lesson()
    press(page, "w")
    first = cursor(page)
    press(page, "w")
    assert first == 4
    assert cursor(page) > first
    assert "2/4" in page.locator(".lede-words:visible").inner_text()


def test_a_question_about_the_run_leads_to_its_moment_and_shows_why(lesson: Callable[..., Any]) -> None:
    page = lesson()
    open_tab(page, "Lesson")
    asked = page.locator(".after-run .question").first
    asked.get_by_role("button", name="Go there").click()
    settled(page)
    assert cursor(page) == 4
    asked.get_by_role("button", name="Show the answer").click()
    assert "main/0 waits for a message that matches {:pong, _}" in asked.inner_text()


def test_a_change_is_judged_by_a_run_with_it(lesson: Callable[..., Any]) -> None:
    page = lesson()
    open_tab(page, "Lesson")
    changed = page.locator(".after-run form.question").first
    changed.locator("textarea").fill("3 rounds, done at 60 ms")
    changed.locator("button[type=submit]").click()
    assert "So it is" in changed.locator(".verdict").inner_text()


def test_without_a_lesson_the_walk_stops_at_what_stands_out(play: Callable[..., Any]) -> None:
    page = play(scenario("deadlock"))
    press(page, "w")
    assert "1/" in page.locator(".lede-words:visible").inner_text()
    assert "each waits for the next, which is a deadlock" in page.locator(".lede-words:visible").inner_text()
    assert cursor(page) == 41
