"""A lesson played through in the browser: what is asked before the run, the walk, and what is asked afterwards."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from panels import cursor, open_tab, press, settled
from played_traces import ROOT
from waiting import wait_for

from simulator.cli.main import main

LESSONS = sorted(path.relative_to(ROOT) for path in (ROOT / "scenarios").rglob("*.lesson.toml"))
IN_SIGHT = """
event => {
  const frame = player.timeline.frame(), { map, model, rows, scroll } = frame;
  const at = frame.main + (map.of(event) - frame.u0) * frame.scale;
  const row = rows.rows[rows.rowOf[model.processOf(model.trace.pid[event])]];
  const across = row === undefined ? 0 : row.at - scroll;
  return [at >= frame.main - 1 && at <= frame.main + frame.mainSize + 1,
          across > -1 && across < frame.crossSize];
}
"""
"""Is an event in sight: along time, and its lane?"""
CLEAN = re.compile(r"\s+")


def name_of(lesson: Path) -> str:
    return lesson.name.removesuffix(".lesson.toml").lstrip("0123456789_")


def write_page(lesson: Path, folder: Path) -> Path:
    """Write the page of the lesson's scenario as its reader does, and return its file."""
    page = folder / f"{name_of(lesson)}.html"
    scenario = str(ROOT / lesson).replace(".lesson.toml", ".py")
    assert main(["play", scenario, "-o", str(page)]) in (0, 1, 3)
    return page


def play_through(page: Any) -> None:
    """Play the lesson of a page that was opened at ``#predict`` from its first question to its last."""
    lesson = page.evaluate("player.model.trace.lesson")
    _predict(page, lesson)
    _walk(page, lesson)
    _investigate(page, lesson)
    _modify(page, lesson)
    made = page.locator(".after-run > .question").all_inner_texts()
    assert [task["ask"] for task in lesson["make"] if not any(task["ask"] in text for text in made)] == []


def _predict(page: Any, lesson: dict[str, Any]) -> None:
    """The run is hidden until each question is answered: wrongly, which is said, and then rightly."""
    assert lesson["predict"], "a lesson asks for a prediction"
    questions = page.locator(".predict form.question")
    assert questions.count() == len(lesson["predict"])
    for place, question in enumerate(lesson["predict"]):
        assert page.locator(".timeline-host:visible").count() == 0
        assert page.locator(".after-run:visible").count() == 0
        _answer(page, questions.nth(place), question)
    assert page.locator(".timeline-host:visible").count() == 1
    page.evaluate("player.store.pause()")


def _answer(page: Any, form: Any, question: dict[str, Any]) -> None:
    """Answer a question wrongly, then in other letters than the run does, but rightly."""
    assert question["ask"] in form.inner_text()
    box, button, verdict = (
        form.locator("textarea, input"),
        form.locator("button[type=submit]"),
        form.locator(".verdict"),
    )
    for wrong in (_wrong(question), ""):
        if wrong.strip() == question["answer"].strip():
            continue
        box.fill(wrong)
        button.click()
        assert "Not so" in verdict.inner_text(), (question, wrong)
    box.fill(_otherwise(question))
    button.click()
    assert "So it is" in verdict.inner_text(), question


def _wrong(question: dict[str, Any]) -> str:
    if question["form"] == "count":
        return str(int(question["answer"]) + 1)
    return "1 ns" if question["form"] == "time" else f"{question['answer']} and more"


def _otherwise(question: dict[str, Any]) -> str:
    answer: str = question["answer"]
    if question["form"] == "time":
        return answer.upper().replace(" MS", "ms")
    return "  " + answer.replace("\n", " \n\n ") + "\t" if question["form"] == "output" else f" {answer} "


def _walk(page: Any, lesson: dict[str, Any]) -> None:
    """Each stop is where its sentence says, which stands over the picture; after the last one there is none."""
    stops = page.evaluate("[...player.app.current.lesson.stops.all]")
    assert len(stops) >= len(lesson["walk"]) > 0
    told = {stop["at"]: stop["say"] for stop in stops}
    assert [stop for stop in lesson["walk"] if stop["say"] not in told[stop["at"]]] == []
    for place, stop in enumerate(stops, 1):
        press(page, "w")
        assert cursor(page) == stop["at"], stop
        assert _plain(page.locator(".lede-words:visible").inner_text()) == _plain(f"{place}/{len(stops)} {stop['say']}")
        assert page.evaluate(IN_SIGHT, stop["at"]) == [True, True], stop
    press(page, "w")
    assert "that was the last stop" in page.locator(".said-here:visible").inner_text()
    assert cursor(page) == stops[-1]["at"]
    for stop in reversed(stops[:-1]):
        press(page, "Shift+w")
        assert cursor(page) == stop["at"]


def _plain(text: str) -> str:
    return CLEAN.sub(" ", text).strip()


def _investigate(page: Any, lesson: dict[str, Any]) -> None:
    """Each question leads to its moment, shows its answer, and the panel Why says the same there."""
    for place, asked in enumerate(lesson["investigate"]):
        open_tab_once(page, "Lesson")
        question = page.locator(".after-run > .question").nth(place)
        assert asked["ask"] in question.inner_text()
        question.get_by_role("button", name="Go there").click()
        assert cursor(page) == asked["at"]
        assert not question.locator(".because").is_visible()
        question.get_by_role("button", name="Show the answer").click()
        told = _plain(question.locator(".because").inner_text())
        sentences = [_plain(re.sub(r"\(#(\d+)\)", r"#\1", text)) for _, _, text, _ in asked["because"]]
        assert sentences
        assert [each for each in sentences if each not in told] == []
        if page.evaluate("player.model.trace.standing === null"):
            assert question.get_by_role("button", name="Ask why").count() == 0
            continue
        question.get_by_role("button", name="Ask why").click()
        settled(page)
        assert cursor(page) == asked["at"]
        said = _plain(page.locator(".panel.why .answers:visible").inner_text())
        assert [each for each in sentences if each not in said] == [], said


def open_tab_once(page: Any, name: str) -> None:
    """Open a tab that may be open already: another click would put it away."""
    if page.get_by_role("tab", name=name).first.get_attribute("aria-selected") != "true":
        open_tab(page, name)


def _modify(page: Any, lesson: dict[str, Any]) -> None:
    """Each change is judged by its run, which can then be seen beside the scenario's own, or alone."""
    for place, question in enumerate(lesson["modify"]):
        open_tab_once(page, "Lesson")
        form = page.locator(".after-run form.question").nth(place)
        assert question["set"] in form.inner_text()
        _answer(page, form, question)
        if "run" not in question:
            assert max(page.evaluate("player.models.map(model => model.trace.n)")) > 10_000 or place >= 4
            continue
        form.get_by_role("button", name="See both runs").click()
        wait_for(page, "player.app.showing === 'both'")
        assert page.locator(".pair:visible").count() == 1
        assert page.locator(".differences:visible .lede-words").inner_text()
        switch = page.get_by_role("switch", name=question["set"].replace("--set ", ""))
        assert switch.get_attribute("aria-checked") == "true"
        page.get_by_role("button", name="Side by side").click()
        assert page.evaluate("player.app.side") == question["run"]
        switch.click()
        assert page.evaluate("player.app.side") == 0
