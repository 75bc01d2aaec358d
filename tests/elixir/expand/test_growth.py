"""What it takes to expand a file: twice as much for a file of twice the length, and no more."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest

from simulator.elixir.expand.program import expand
from simulator.elixir.syntax.read import parse


def _calls(source: str) -> int:
    """Return how many functions of Python's are called to expand a source."""
    quoted = parse(source, "a.exs")
    found = 0

    def count(frame: FrameType, event: str, _: Any) -> None:
        nonlocal found
        found += event == "call"

    sys.setprofile(count)
    try:
        expand(quoted, "a.exs")
    finally:
        sys.setprofile(None)
    return found


def _held(number: int) -> str:
    """A module whose body binds many variables, each when it runs, and reads each once."""
    lines = [f"  x{n} = Enum.map([{n}, 2, 3], & &1)\n  def f{n}, do: unquote(x{n})" for n in range(number)]
    return "defmodule Held do\n" + "\n".join(lines) + "\nend"


def _clauses(number: int) -> str:
    """A module of a function with many clauses."""
    lines = [f'  def f({{:a, "{n}"}}, {n} = x), do: x' for n in range(number)]
    return "defmodule Clauses do\n" + "\n".join(lines) + "\nend"


@pytest.mark.parametrize("made", [_held, _clauses])
def test_it_grows_with_the_length(made: Callable[[int], str]) -> None:
    expand(parse(made(2), "a.exs"), "a.exs")  # what is imported meanwhile
    once, twice = _calls(made(30)), _calls(made(60))
    assert twice < 2.1 * once
