"""A sample of the scenarios as every kind of picture in every format; the gate draws them all."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from simulator.scenario import load, start

ROOT = Path(__file__).parents[2]
SAMPLE = ("03_links/02_trap_exit.py", "10_gen_server/09_deadlock.exs", "11_systems/01_pubsub.exs")


@pytest.fixture(scope="module")
def gate() -> ModuleType:
    spec = importlib.util.spec_from_file_location("draw", ROOT / ".ci" / "draw.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("path", SAMPLE)
def test_a_scenario_is_drawn_in_every_way(gate: ModuleType, path: str) -> None:
    start(load(str(ROOT / "scenarios" / path))).links().svg()  # without Graphviz this is skipped
    count, problems = gate.draw(str(ROOT / "scenarios" / path))
    assert (count, problems) == (15, [])
