"""What the README shows and says is so."""

import re
from pathlib import Path

import pytest

from simulator.scenario import load, start

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
PICTURES = {"trap_exit": "scenarios/03_links/02_trap_exit.py"}


@pytest.mark.parametrize("name", sorted(PICTURES))
def test_the_picture_is_what_the_scenario_draws(name: str) -> None:
    picture = start(load(str(ROOT / PICTURES[name]))).sequence()
    assert picture.svg() == (ROOT / "docs" / "pictures" / f"{name}.svg").read_text(encoding="utf-8")
    assert f"```text\n{picture.text()}```\n" in README


def test_it_shows_what_it_shows_where_nothing_but_it_is_published() -> None:
    assert re.findall(r"!\[[^\]]*\]\((?!https?://)|<img|```mermaid", README) == []


def test_the_files_it_points_to_are_there() -> None:
    targets = [target for target in re.findall(r"\]\(([^)#]+)\)", README) if "://" not in target]
    assert len(targets) > 5
    assert [target for target in targets if not (ROOT / target).exists()] == []
