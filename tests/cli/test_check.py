"""``simulator check``: what somebody wrote for a task, judged by its trace; and a lesson's file that is wrong."""

from __future__ import annotations

import json

import pytest

SCENARIO = '"""Greeting."""\n\n\ndef main(proc):\n    proc.puts("hello")\n'
LESSON = """\
level = 1
minutes = 2

[[make]]
ask = "Greet twice."
hint = "Loops repeat."
check = { output = ["hello", "hello"], avoids = ["crash"], within = "1s" }
"""


@pytest.fixture(autouse=True)
def _lesson(tmp_path):
    (tmp_path / "greeting.py").write_text(SCENARIO)
    (tmp_path / "greeting.lesson.toml").write_text(LESSON)


def test_the_task_is_told(simulator):
    ended = simulator("check", "greeting")
    assert (ended.status, ended.out) == (0, "Greet twice.\nhint: Loops repeat.\n")


def test_what_is_not_so_is_said_with_what_is(simulator):
    ended = simulator("check", "greeting", "greeting.py")
    assert ended.status == 1
    assert "  ✗ it prints exactly: hello | hello (here: hello)\n  ✓ no crash\n" in ended.out
    assert ended.out.endswith("Not yet.\n")


def test_a_solution_in_elixir(simulator, tmp_path):
    (tmp_path / "mine.exs").write_text('for _ <- 1..2, do: IO.puts("hello")\n')
    ended = simulator("check", "greeting", "mine.exs", "--json")
    assert ended.status == 0
    assert json.loads(ended.out)["solved"] is True


@pytest.mark.parametrize(
    ("lesson", "said"),
    [
        ("level = 4\nminutes = 1\n", "greeting.lesson.toml: Invalid enum value 4 - at `$.level`"),
        ("level = 1\nminutes = 1\nwlak = []\n", "greeting.lesson.toml: Object contains unknown field `wlak`"),
        ("level = \n", "greeting.lesson.toml: Invalid value (at line 1, column 9)"),
        ('level = 1\nminutes = 1\nwalk = [{ at = "main", say = "x" }]\n', "greeting.lesson.toml: stop 1: not a place"),
        (
            'level = 1\nminutes = 1\npredict = [{ ask = "x", answer = "y" }]\n',
            "greeting.lesson.toml: question 1: not an",
        ),
        ("level = 1\nminutes = 1\n", "greeting has no task"),
    ],
)
def test_a_lesson_that_is_wrong_is_told_in_one_line(simulator, tmp_path, lesson, said):
    (tmp_path / "greeting.lesson.toml").write_text(lesson)
    ended = simulator("check", "greeting", "greeting.py")
    assert ended.status == 2
    assert said in ended.complaint


def test_a_task_that_is_not_there(simulator):
    assert simulator("check", "greeting:2", "greeting.py").complaint == "greeting has tasks 1 to 1, not 2"
