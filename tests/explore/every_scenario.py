"""Exploring every scenario finds only what its lesson names. It takes a minute, and has its own command:

python -m pytest tests/explore/every_scenario.py
"""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.explore.exploring import Options, explore_program
from simulator.scenario import load

ROOT = Path(__file__).parents[2]
SECONDS = 0.5
NAMED = {
    "spawn_link": "main crashed",  # in the ordinary order, too: it is linked to what crashes
    "registered_name": "main crashed",  # a name that its process may have given up is taken away
}
"""What may be found, by scenario: its lesson says so. What the lessons on orders tell needs an expectation."""
LARGE = {"century_of_backups": {"days": 3}, "full_mailbox": {"most": 200}, "back_pressure": {"jobs": 40}}


def name_of(path: Path) -> str:
    return path.stem.lstrip("0123456789_")


FILES = sorted(
    path
    for ending in ("py", "exs")
    for path in (ROOT / "scenarios").rglob(f"*.{ending}")
    if ending == "py" or name_of(path) not in LARGE
)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_exploring_finds_only_what_the_lesson_names(path: Path) -> None:
    pytest.importorskip("greenlet", reason="greenlet is not installed")
    report = explore_program(load(str(path), LARGE.get(name_of(path), {})), None, Options(seconds=SECONDS))
    if report.failure is not None:
        assert name_of(path) in NAMED, f"{report.failure}: {report.sentences}"
        assert str(report.failure).startswith(NAMED[name_of(path)])
