"""The simulator says what real Elixir said: every case of ``cases``, in the simulator and as recorded.

With ``BEAM_SIMULATOR_ORACLE=1`` and ``elixir`` on PATH real Elixir is asked again, too.
"""

from __future__ import annotations

import os
import runpy
import shutil
from typing import Any

import pytest
from recording import CASES, RECORDED, ask_elixir, headlines, load, names, normalised

from simulator import run
from simulator.scenario import exit_status

RECORDINGS = load(RECORDED)


def ask_simulator(name: str) -> dict[str, Any]:
    """Run one case in the simulator; return what :func:`recording.ask_elixir` returns for it."""
    result = run(runpy.run_path(str(CASES / f"{name}.py"))["main"], halt=True)
    status = exit_status(result)
    errors = [report if report == result.crash else f"[error] {report}" for report in result.reports]
    return {"output": normalised(result.output), "status": status, "errors": headlines("\n".join(errors))}


def test_every_case_has_its_scenario_and_its_recording() -> None:
    assert names() == sorted(RECORDINGS) == sorted(path.stem for path in CASES.glob("*.py"))


def test_both_files_of_a_case_state_the_same_rule() -> None:
    for name in names():
        elixir = (CASES / f"{name}.exs").read_text(encoding="utf-8").splitlines()[0].removeprefix("# ")
        python = (CASES / f"{name}.py").read_text(encoding="utf-8").splitlines()[0].strip('"')
        assert elixir == python, name


@pytest.mark.parametrize("name", names())
def test_simulator_says_what_elixir_said(name: str) -> None:
    assert ask_simulator(name) == RECORDINGS[name]


@pytest.mark.skipif(
    "BEAM_SIMULATOR_ORACLE" not in os.environ or shutil.which("elixir") is None,
    reason="asks real Elixir, about half a second a case: set BEAM_SIMULATOR_ORACLE=1",
)
@pytest.mark.parametrize("name", names())
def test_elixir_still_says_so(name: str) -> None:
    assert ask_elixir(name) == RECORDINGS[name]
