"""``simulator list``: by topic, in order, without running anything."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from command_line import Ran

Command = Callable[..., Ran]


@pytest.fixture
def scenarios(folder: Path) -> Path:
    there = folder / "scenarios"
    for name, text in {
        "02_links/01_spreads.py": '"""Spreads."""\ndef main(proc):\n    yield proc.sleep(0)\n',
        "01_first_steps/10_later.py": '"""Later.\n\nThe lesson.\n"""\nopen("ran", "w")\n'
        "def main(proc):\n    yield proc.sleep(0)\n",
        "01_first_steps/02_sooner.py": "def main(proc):\n    yield proc.sleep(0)\n",
        "01_first_steps/helper.py": '"""No scenario."""\n',
        "01_first_steps/_own.py": "def main(proc):\n    yield proc.sleep(0)\n",
        "01_first_steps/03_broken.py": "def main(:\n",
        "01_first_steps/notes.txt": "",
    }.items():
        (there / name).parent.mkdir(parents=True, exist_ok=True)
        (there / name).write_text(text)
    return there


def test_by_topic(simulator: Command, scenarios: Path, folder: Path) -> None:
    ran = simulator("list")
    assert ran.status == 0
    assert ran.out == (
        "first steps\n  sooner   \n  broken   (cannot be read)\n  later    Later.\n\nlinks\n  spreads  Spreads.\n"
    )
    assert not (folder / "ran").exists()


def test_json(simulator: Command, scenarios: Path) -> None:
    ran = simulator("list", "scenarios", "--json")
    assert (ran.status, ran.err) == (0, "")
    assert json.loads(ran.out)[2] == {
        "topic": "first steps",
        "name": "later",
        "path": "scenarios/01_first_steps/10_later.py",
        "title": "Later.",
        "lesson": "The lesson.",
    }


def test_every_name_that_is_listed_can_be_run(simulator: Command, scenarios: Path) -> None:
    for entry in json.loads(simulator("list", "--json").out):
        assert simulator("run", entry["name"], "-q").status == (2 if entry["name"] == "broken" else 0)


@pytest.mark.parametrize("name", ["nowhere", "ping.py"])
def test_no_such_folder(simulator: Command, name: str) -> None:
    ran = simulator("list", name)
    assert (ran.status, ran.out) == (2, "")
    assert ran.complaint == f"{name}: no such folder of scenarios"


def test_a_folder_without_any(simulator: Command, folder: Path) -> None:
    (folder / "empty").mkdir()
    assert simulator("list", "empty").complaint == "empty: no scenarios in it"
    assert simulator("list", "empty", "--json") == (0, "[]\n", "")
