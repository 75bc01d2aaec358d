"""Elixir programs run here as they ran in real Elixir: same output, same exit status, same errors.

Programs that differ are listed in ``differences.txt`` with the reason, and must differ: one that agrees again
is to be taken off the list. With ``BEAM_SIMULATOR_ORACLE=1`` and ``elixir`` on PATH real Elixir is asked again.
"""

from __future__ import annotations

import json
import os
import shutil
from typing import Any

import pytest
from recordings import CASES, HERE, PROGRAMS, ask_elixir, headlines, load, names
from simulating import simulate

RECORDED = load()
ORACLE: dict[str, Any] = json.loads((CASES.parent / "recorded.json").read_text(encoding="utf-8"))
LEAST = 260
_ONLY_HERE = ("warning: ", "The following", "# ")


def known_differences() -> dict[str, str]:
    """Return the programs that are known to differ, each with the reason."""
    lines = (HERE / "differences.txt").read_text(encoding="utf-8").splitlines()
    parts = [line.partition(": ") for line in lines if line and not line.startswith("#")]
    return {name: reason for name, _, reason in parts}


DIFFERENT = known_differences()


def check(name: str, found: Any, expected: Any) -> None:
    """Fail if a program differs that is not listed as such, or agrees although it is."""
    if name in DIFFERENT:
        assert found != expected, f"{name} agrees with Elixir now: take it off differences.txt"
    else:
        assert found == expected


def without_advice(found: dict[str, Any]) -> dict[str, Any]:
    """Return what of a run is recorded of the cases of ``tests/oracle``: no warnings, no attempted clauses."""
    return found | {"errors": [line for line in found["errors"] if not line.startswith(_ONLY_HERE)]}


@pytest.fixture(autouse=True)
def nothing_is_kept(tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Compile every program anew."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))


def test_every_program_has_a_recording_and_every_recording_a_program() -> None:
    assert names() == sorted(RECORDED)
    assert len(RECORDED) >= LEAST


def test_every_program_says_first_what_it_shows() -> None:
    for name in names():
        if name.startswith("exunit_"):
            continue  # its tests' names say it
        first = (PROGRAMS / f"{name}.exs").read_text(encoding="utf-8").splitlines()[0]
        assert first.startswith("# ") and first.endswith("."), name


def test_differences_are_those_of_programs_and_have_a_reason() -> None:
    assert set(DIFFERENT) <= {*names(), *(f"oracle/{name}" for name in ORACLE)}
    assert all(DIFFERENT.values())
    assert list(DIFFERENT) == sorted(DIFFERENT)


@pytest.mark.parametrize("name", names())
def test_program_runs_as_in_elixir(name: str) -> None:
    check(name, simulate(PROGRAMS / f"{name}.exs"), RECORDED[name])


@pytest.mark.parametrize("name", sorted(ORACLE))
def test_elixir_twin_of_a_scenario_runs_as_in_elixir(name: str) -> None:
    expected = ORACLE[name] | {"errors": headlines("\n".join(ORACLE[name]["errors"]))}
    check(f"oracle/{name}", without_advice(simulate(CASES / f"{name}.exs")), expected)


@pytest.mark.skipif(
    "BEAM_SIMULATOR_ORACLE" not in os.environ or shutil.which("elixir") is None,
    reason="asks real Elixir, about half a second a program: set BEAM_SIMULATOR_ORACLE=1",
)
@pytest.mark.parametrize("name", names())
def test_elixir_still_says_so(name: str) -> None:
    assert ask_elixir(PROGRAMS / f"{name}.exs") == RECORDED[name]
