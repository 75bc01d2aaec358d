"""Every scenario prints what is recorded, teaches something, can be drawn, and its own commands work.

``python tests/scenarios/test_scenarios.py`` records the outputs anew; read the difference before keeping it.
"""

from __future__ import annotations

import re
import shlex
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from simulator.cli.parser import make_parser
from simulator.cli.settings import find_scenario, overrides
from simulator.scenario import Run, exit_status, load, start

ROOT = Path(__file__).parents[2]
EXPECTED = Path(__file__).parent / "expected"
FILES = sorted(path.relative_to(ROOT) for path in (ROOT / "scenarios").rglob("*.py"))
ABNORMAL = {"spawn_link"}
"""Scenarios whose main process does not survive: exit status 1."""
CRASHING = {
    "deadlock",
    "spawn_link",
    "spawn_module",
    "spawn_monitor",
    "task_start",
    "task_start_link",
    "trap_exit",
}
"""Scenarios in which a process raises, and a report says so."""
LARGE = {"century_of_backups": ("days", "3")}
"""Scenarios with more events than a test needs, and the setting with which they are traced and drawn."""
UNTIL = {"ticker"}
"""Scenarios that go on for ever, and end at their ``until``."""


def name_of(path: Path) -> str:
    return path.stem.lstrip("0123456789_")


def runs() -> Any:
    return pytest.mark.parametrize("path", FILES, ids=name_of)


@pytest.fixture(autouse=True)
def _at_the_root(monkeypatch: pytest.MonkeyPatch) -> None:
    """Scenarios are found below the folder where the command runs."""
    monkeypatch.chdir(ROOT)


@cache
def run_of(path: Path, *settings: tuple[str, str]) -> Run:
    return start(load(str(path), dict(settings)), trace=bool(settings) or name_of(path) not in LARGE)


def drawable(path: Path) -> Run:
    return run_of(path, LARGE[name_of(path)]) if name_of(path) in LARGE else run_of(path)


def told_by(result: Run) -> str:
    """What a run has to say: its output, the reports of crashes, what is told of the main process."""
    parts = [result.output]
    parts += [f"[error] {report.rstrip()}\n" for report in result.reports if report != result.crash]
    if result.kernel.main_banner:
        parts.append(result.kernel.main_banner.rstrip() + "\n")
    return "\n".join(part for part in parts if part)


def commands_in(lesson: str) -> Iterator[list[str]]:
    for line in re.findall(r"simulator (?:run|diagram) .*", lesson):
        yield shlex.split(line)[1:]


@runs()
def test_output_is_as_recorded(path: Path) -> None:
    expected = (EXPECTED / f"{name_of(path)}.txt").read_text(encoding="utf-8")
    assert told_by(run_of(path)) == expected


@runs()
def test_ends_as_it_should(path: Path) -> None:
    result = run_of(path)
    assert result.error is None
    assert result.ended == ("until" if name_of(path) in UNTIL else "finished")
    assert exit_status(result) == (1 if name_of(path) in ABNORMAL else 0)
    assert bool(result.reports) == (name_of(path) in CRASHING)


@runs()
def test_teaches_something(path: Path) -> None:
    scenario = load(str(path))
    assert 20 <= len(scenario.title) <= 70
    assert len([line for line in scenario.doc.splitlines() if line.strip()]) >= 3
    assert "\nTry: simulator " in scenario.doc
    assert list(commands_in(scenario.doc))


@runs()
def test_commands_of_the_lesson_work(path: Path) -> None:
    changes = []
    for words in commands_in(load(str(path)).doc):
        options = make_parser().parse_args(words)
        assert find_scenario(options.file) == str(path)
        settings = overrides(options)
        changed = run_of(path, *settings.items())
        assert changed.error is None
        if words[0] == "diagram" and options.kind == "links":
            assert changed.links(at=options.at).dot()
        if words[0] == "run" and settings:
            changes.append((changed.output, changed.now) != (run_of(path).output, run_of(path).now))
    assert any(changes) or not changes


@runs()
def test_can_be_drawn(path: Path) -> None:
    result = drawable(path)
    ElementTree.fromstring(result.sequence().svg())
    assert "->" in result.links().dot() or result.counts()["processes"] == 1


def test_names_are_unique_and_numbered() -> None:
    names = [name_of(path) for path in FILES]
    assert len(names) == len(set(names))
    assert all(re.fullmatch(r"scenarios/\d\d_[a-z_]+/\d\d_[a-z_]+\.py", path.as_posix()) for path in FILES)


def test_every_scenario_stands_in_the_table_of_systems() -> None:
    table = (ROOT / "README.md").read_text(encoding="utf-8")
    assert sorted(re.findall(r"\| `([a-z_]+)` \|", table)) == sorted(map(name_of, FILES))


def test_no_recorded_output_is_left_over() -> None:
    assert sorted(path.stem for path in EXPECTED.glob("*.txt")) == sorted(map(name_of, FILES))


@pytest.mark.parametrize(("schedulers", "at_once"), [(None, 1000), ("4", 1000), ("3", 1000), ("2", 1500), ("1", 3000)])
def test_why_processes_on_fewer_schedulers(schedulers: str | None, at_once: int) -> None:
    settings = [] if schedulers is None else [("schedulers", schedulers)]
    result = run_of(Path(find_scenario("why_processes")), *settings)
    assert result.output == f"One after the other: 3000 ms\nAll at once: {at_once} ms\n"


def record() -> None:
    EXPECTED.mkdir(exist_ok=True)
    for path in FILES:
        (EXPECTED / f"{name_of(path)}.txt").write_text(told_by(run_of(path)), encoding="utf-8")


if __name__ == "__main__":
    record()
