"""Warnings and errors of the compiler are those of real Elixir, word for word."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from simulator.elixir.expand.program import expand
from simulator.elixir.syntax.read import parse
from simulator.elixir.tree.errors import CompileError

HERE = Path(__file__).parent / "diagnostics"
RECORDED: dict[str, str] = json.loads((HERE / "recorded.json").read_text(encoding="utf-8"))


def said(name: str) -> str:
    """Return what expanding a case prints."""
    file = f"{name}.exs"
    ast = parse((HERE / file).read_text(encoding="utf-8"), file)
    warnings: list[str] = []
    try:
        expand(ast, file, warnings)
    except CompileError as refused:
        return "\n".join([*warnings, str(refused)]).strip()
    return "\n".join(warnings).strip()


def stripped(text: str) -> str:
    """Return a recorded text without the line that says which struct was being expanded."""
    return "\n".join(line for line in text.splitlines() if not line.startswith("    expanding struct: ")).strip()


@pytest.mark.parametrize("name", sorted(RECORDED))
def test_diagnostics_are_elixirs(name: str) -> None:
    assert said(name) == stripped(RECORDED[name])


def test_every_case_is_recorded() -> None:
    assert sorted(path.stem for path in HERE.glob("*.exs")) == sorted(RECORDED)


def test_the_same_source_gives_the_same_program() -> None:
    source = "defmodule A do\n  def f(x), do: Enum.map(x, &(&1 + 1))\nend\n"

    def shape() -> Any:
        return repr(expand(parse(source, "a.exs"), "a.exs").modules[0].functions[0].clauses[0].body)

    assert shape() == shape()
