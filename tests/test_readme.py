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
    drawn = start(load(str(ROOT / PICTURES[name]))).sequence().svg()
    assert drawn == (ROOT / "docs" / "pictures" / f"{name}.svg").read_text(encoding="utf-8")


def test_the_files_it_points_to_are_there() -> None:
    targets = [target for target in re.findall(r"\]\(([^)#]+)\)", README) if "://" not in target]
    assert len(targets) > 5
    assert [target for target in targets if not (ROOT / target).exists()] == []


def test_its_scenario_runs(tmp_path: Path) -> None:
    code = re.findall(r"```python\n(.*?)```", README, re.DOTALL)[0]
    file = tmp_path / "ping_pong.py"
    file.write_text(code, encoding="utf-8")
    assert start(load(str(file))).output == "at 0 ms: {:pong, 1}\n"


def test_its_elixir_file_runs(tmp_path: Path) -> None:
    code = re.findall(r"```elixir\n(.*?)```", README, re.DOTALL)[0]
    file = tmp_path / "ping_pong.exs"
    file.write_text(code, encoding="utf-8")
    assert start(load(str(file))).output == "pong 1\n"
