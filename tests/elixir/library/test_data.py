"""The library's modules for data give what the recording of the real Elixir says, in both of their forms."""

from __future__ import annotations

import ast
import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from simulator.elixir.compile.analysis import analysis
from simulator.elixir.library import twins
from tests.elixir.compile.compile_runs import by_simulator, told
from tests.elixir.library.lib_data_cases import CASES
from tests.elixir.library.record_lib_data import RECORDING, expressions

RECORDED: dict[str, dict[str, str]] = json.loads(RECORDING.read_text(encoding="utf-8"))


def differing(group: str) -> list[str]:
    assert expressions(group) == list(RECORDED[group]), "the recording is not that of these cases"
    found = [(case, told(expected), told(by_simulator(case))) for case, expected in RECORDED[group].items()]
    return [f"{case}\n  Elixir: {expected}\n  here:   {got}" for case, expected, got in found if expected != got]


@pytest.mark.parametrize("group", CASES)
def test_plain_functions_give_what_elixir_gives(group: str) -> None:
    found = differing(group)
    assert not found, f"{len(found)} differ\n" + "\n".join(found[:20])


@pytest.mark.parametrize("group", CASES)
def test_functions_that_wait_give_what_elixir_gives(group: str, monkeypatch: Any) -> None:
    def has_twin(self: Any, node: Any, module: str, target: tuple[str, str, int]) -> bool:
        forms = self.library(*target)
        return forms is not None and forms[1]

    monkeypatch.setattr(analysis.Analysis, "library_blocks", has_twin)
    monkeypatch.setattr(analysis.Analysis, "fn_blocks", lambda self, node: True)
    monkeypatch.setattr(analysis.Analysis, "value_blocks", lambda self, arity: True)
    found = differing(group)
    assert not found, f"{len(found)} differ\n" + "\n".join(found[:20])


def test_the_twins_are_those_of_their_sources() -> None:
    made = twins.twins()
    for path, text in made.items():
        written = ast.parse(path.read_text(encoding="utf-8"))
        again = "run python -m simulator.elixir.library.twins"
        assert ast.dump(written) == ast.dump(ast.parse(text)), f"{again} for {path.name}"
    assert set(made) == {path for path in (twins.HERE / "blocking").rglob("*.py") if path.stem != "__init__"}


def test_making_the_twins_asks_no_other_program(monkeypatch: Any) -> None:
    def refused(*command: Any, **options: Any) -> None:
        raise AssertionError(f"started {command}")

    monkeypatch.setattr(subprocess, "Popen", refused)
    assert all(ast.parse(text).body for text in twins.twins().values())


def test_a_twin_that_is_not_python_leaves_the_file_that_was(tmp_path: Path) -> None:
    file = tmp_path / "twin.py"
    twins.write(file, "x = 1\n")
    with pytest.raises(SyntaxError):
        twins.write(file, "def (\n")
    assert file.read_text(encoding="utf-8") == "x = 1\n"
    assert list(tmp_path.iterdir()) == [file]
