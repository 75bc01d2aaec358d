"""Every scenario has a lesson: its places are in its run, its questions answered, its tasks tell right from wrong."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest

from simulator.scenario import load, start
from simulator.scenario.lessons.answering import changes, event, told
from simulator.scenario.lessons.lesson import Lesson, Make, lesson_of, place
from simulator.scenario.lessons.tasks import judge
from simulator.trace.why.known import Known

ROOT = Path(__file__).parents[2]
SOLUTIONS = Path(__file__).parent / "solutions"
FILES = sorted((ROOT / "scenarios").rglob("*.py"))
SMALLER = {"century_of_backups": {"days": "3"}}
QUESTIONS = range(3, 60)
"""How many questions a topic has: three at least."""


def name_of(path: Path) -> str:
    return path.stem.lstrip("0123456789_")


def lesson_at(path: Path) -> Lesson:
    found = lesson_of(str(path))
    assert found is not None, f"{name_of(path)} has no lesson"
    return found


def settings_of(path: Path) -> dict[str, Any]:
    return {"states": "true", **SMALLER.get(name_of(path), {})}


@cache
def trace_of(path: Path) -> Any:
    return start(load(str(path), settings_of(path)), trace=True).trace


def lessons() -> Any:
    return pytest.mark.parametrize("path", FILES, ids=name_of)


@lessons()
def test_the_walk_is_in_the_run_and_in_its_order(path: Path) -> None:
    run = Known(trace_of(path))
    stops = [(stop.at, event(run, place(stop.at))) for stop in lesson_at(path).walk]
    assert len(stops) >= 3
    assert not [at for at, seq in stops if seq is None]
    seqs = [seq for _, seq in stops if seq is not None]
    assert seqs == sorted(set(seqs))


@lessons()
def test_the_run_answers_every_question(path: Path) -> None:
    lesson = lesson_at(path)
    asked = told(lesson, trace_of(path), str(path), changes(lesson, str(path), settings_of(path)))
    assert len(lesson.predict) >= 1
    for kind in ("predict", "investigate", "modify"):
        assert len(asked[kind]) == len(getattr(lesson, kind)), kind
        for question in asked[kind]:
            assert question["because"] if kind == "investigate" else question["answer"] != "", question


def test_what_comes_before_a_lesson_is_there_and_comes_before_it() -> None:
    place_of = {name_of(path): at for at, path in enumerate(FILES)}
    for path in FILES:
        lesson = lesson_at(path)
        assert 1 <= lesson.minutes <= 30
        for name in lesson.before:
            assert place_of[name] < place_of[name_of(path)], f"{name_of(path)} needs {name}"


@pytest.mark.parametrize("topic", sorted({path.parent.name for path in FILES}))
def test_a_topic_has_questions_and_a_task(topic: str) -> None:
    found = [lesson_at(path) for path in FILES if path.parent.name == topic]
    assert sum(len(each.predict) + len(each.investigate) + len(each.modify) for each in found) in QUESTIONS
    assert any(each.make for each in found)


TASKS = [(path, number) for path in FILES for number in range(len((lesson_of(str(path)) or Lesson(1, 1)).make))]


@pytest.mark.parametrize(
    ("path", "number"), TASKS, ids=lambda each: name_of(each) if isinstance(each, Path) else str(each)
)
def test_a_task_takes_a_solution_and_nothing_that_only_prints(path: Path, number: int, tmp_path: Path) -> None:
    task = lesson_at(path).make[number]
    [solution] = SOLUTIONS.glob(f"{name_of(path)}_solution.*")
    assert not [verdict for verdict in judged(task, solution) if not verdict.holds]
    pretence = tmp_path / "pretence.py"
    lines = "".join(f"    proc.puts({text!r})\n" for text in task.check.prints)
    pretence.write_text(f"def main(proc):\n{lines}    yield proc.sleep(0)\n", encoding="utf-8")
    assert [verdict for verdict in judged(task, pretence) if not verdict.holds]


def judged(task: Make, path: Path) -> Any:
    return judge(task.check, start(load(str(path), {}), trace=True).trace)
