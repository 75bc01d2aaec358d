"""Programs of macros, modules, scopes and sugar print what real Elixir prints."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from simulator.cli import main

HERE = Path(__file__).parent / "expansion"
RECORDED: dict[str, str] = json.loads((HERE / "recorded.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", sorted(RECORDED))
def test_programs_print_what_elixir_prints(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.chdir(HERE)
    main(["run", f"{name}.exs"])
    assert capsys.readouterr().out == RECORDED[name]


def test_every_program_is_recorded() -> None:
    assert sorted(path.stem for path in HERE.glob("*.exs")) == sorted(RECORDED)
