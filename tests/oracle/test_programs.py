"""Random programs do in the simulator what they did in real Elixir: the same events in the same order."""

from __future__ import annotations

import json

import pytest
from programs import simulate
from recording import HERE

RECORDED = json.loads((HERE / "programs.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("number", range(len(RECORDED)))
def test_program_runs_as_in_elixir(number: int) -> None:
    assert simulate(RECORDED[number]["program"]) == RECORDED[number]["log"]
