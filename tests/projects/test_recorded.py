"""Each project of this folder says what it says under ``mix test``, without Elixir and in no time."""

from __future__ import annotations

import gc
import json
import sys
from typing import Any

import pytest
from project_runs import HERE, RECORDED, plain

from simulator.cli import main

RUNS: list[tuple[str, dict[str, Any]]] = [
    (name, run) for name, runs in json.loads(RECORDED.read_text(encoding="utf-8")).items() for run in runs
]


@pytest.mark.parametrize(
    ("name", "run"), RUNS, ids=[f"{name} {' '.join(run['options'])}".strip() for name, run in RUNS]
)
def test_a_project_runs_as_under_mix(
    name: str, run: dict[str, Any], monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(HERE / name)
    threshold = gc.get_threshold()
    try:
        status = main(["test", "--quiet", *run["options"]])
    finally:
        gc.set_threshold(*threshold)
        gc.unfreeze()
    sys.stdout.flush()
    assert (status, plain(capfd.readouterr().out)) == (run["status"], run["output"])
