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
        "twin": "",
        "title": "Later.",
        "lesson": "The lesson.",
    }


@pytest.fixture
def twins(scenarios: Path) -> Path:
    (scenarios / "02_links/01_spreads.exs").write_text("# Spreads.\n\nIO.puts(:elixir)\n")
    (scenarios / "02_links/02_alone.exs").write_text("# Alone.\n#\n# A lesson.\n# until: 5s\n\nIO.puts(:alone)\n")
    (scenarios / "02_links/03_wrong.exs").write_text("# Wrong.\n# http: nonsense\n")
    return scenarios


def test_in_which_languages(simulator: Command, twins: Path) -> None:
    ran = simulator("list")
    assert ran.out.partition("\n\n")[2] == (
        "links\n  spreads  .py  .exs  Spreads.\n  alone         .exs  Alone.\n  wrong         .exs  (cannot be read)\n"
    )
    assert "NAME.exs" in ran.err
    spreads, alone, _ = json.loads(simulator("list", "--json").out)[-3:]
    assert (spreads["path"], spreads["twin"]) == (
        "scenarios/02_links/01_spreads.py", "scenarios/02_links/01_spreads.exs",
    )  # fmt: skip
    assert (alone["path"], alone["twin"], alone["lesson"]) == ("scenarios/02_links/02_alone.exs", "", "A lesson.")


@pytest.mark.parametrize(
    ("name", "out"),
    [
        ("spreads", ""), ("spreads.py", ""), ("01_spreads", ""), ("spreads.exs", "elixir\n"),
        ("01_spreads.exs", "elixir\n"), ("alone", "alone\n"), ("alone.exs", "alone\n"),
    ],
)  # fmt: skip
def test_a_name_is_the_one_in_python_and_with_exs_its_twin(
    simulator: Command, twins: Path, name: str, out: str
) -> None:
    ran = simulator("run", name, "-q")
    assert (ran.status, ran.out) == (0, out)


def test_a_name_with_the_ending_of_the_other_language(simulator: Command, twins: Path) -> None:
    ran = simulator("run", "alone.py", "-q")
    assert (ran.status, ran.complaint) == (2, "alone.py: no such file; did you mean alone?")


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


def test_without_a_folder_of_scenarios_there_are_those_that_come_along(simulator: Command, folder: Path) -> None:
    listed = json.loads(simulator("list", "--json").out)
    assert {"trap_exit", "deadlock", "kv_store"} <= {entry["name"] for entry in listed}
    assert all(Path(entry["path"]).is_file() for entry in listed)
    assert simulator("run", "trap_exit", "-q").status == simulator("run", "trap_exit.exs", "-q").status == 0


def test_a_lesson_from_another_folder_crashes_at_its_own_lines(simulator: Command, folder: Path) -> None:
    assert "02_trap_exit.py:25" in simulator("run", "trap_exit").err


def test_a_name_is_first_that_of_a_file_here(simulator: Command, twins: Path, folder: Path) -> None:
    said = 'def main(proc):\n    proc.puts("{}")\n    yield proc.sleep(0)\n'
    (folder / "bank.py").write_text(said.format("bank"))
    (folder / "trap_exit.py").write_text(said.format("mine"))
    assert simulator("run", "bank", "-q").out == "bank\n"
    assert simulator("run", "trap_exit", "-q").out == "mine\n"
    assert simulator("run", "spreads.exs", "-q").out == "elixir\n"
    assert simulator("run", "bonk", "-q").complaint == "bonk: no such file; did you mean bank?"


def test_what_tools_fetch_and_build_is_passed_over(simulator: Command, folder: Path) -> None:
    source = '"""{}."""\ndef main(proc):\n    yield proc.sleep(0)\n'
    for place in ("lessons", ".git", ".venv/lib", "env/lib", "node_modules/x", "__pycache__", "_build", "deps/x"):
        (folder / place).mkdir(parents=True)
        (folder / place / "found.py").write_text(source.format(place))
    (folder / "env" / "pyvenv.cfg").write_text("")
    (folder / "script.py").write_text("def helper():\n    pass\n")
    assert [entry["title"] for entry in json.loads(simulator("list", ".", "--json").out)] == [
        "Ping-pong.", "lessons."
    ]  # fmt: skip


def test_a_folder_of_very_much_is_not_looked_through(
    simulator: Command, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("simulator.scenario.catalogue.MOST", 200)
    for n in range(201):
        (folder / f"{n}.txt").write_text("")
    ran = simulator("list", ".")
    assert (ran.status, ran.complaint) == (2, ".: more than 200 files below it: name a folder of scenarios")
    assert simulator("run", "ping", "-q").status == 0
