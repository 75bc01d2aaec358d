"""The BEAM beside it: the same programs in Elixir, on one scheduler, timed inside Elixir."""

from __future__ import annotations

import shutil
import subprocess
from functools import cache
from pathlib import Path

from benchmarks.harness import each

PROGRAMS = Path(__file__).parent / "exs"
FLAGS = "+S 1:1 +P 4000000 +sbwt none +sbwtdcpu none +sbwtdio none"
"""One scheduler, which does not take the processor while it has nothing to do."""


def has_elixir() -> bool:
    """Return whether ``elixir`` is on the path."""
    return shutil.which("elixir") is not None


@cache
def version() -> str:
    """Return what ``elixir`` says it is, in one line; empty where there is none."""
    if not has_elixir():
        return ""
    answer = subprocess.run(["elixir", "--short-version"], capture_output=True, text=True, check=False)
    return answer.stdout.strip()


def beam(program: str, *given: int | str) -> list[int]:
    """Run a program of ``benchmarks/exs`` and return the numbers that it prints; none without Elixir."""
    if not has_elixir():
        return []
    command = ["elixir", "--erl", FLAGS, str(PROGRAMS / f"{program}.exs"), *map(str, given)]
    answer = subprocess.run(command, capture_output=True, text=True, check=True)
    return [int(number) for number in answer.stdout.split()]


def beam_each(program: str, amount: int, things: int) -> str:
    """Return the BEAM's time for one of *things*, or a dash."""
    numbers = beam(program, amount)
    return each(numbers[0] / 1e6, things) if numbers else "-"
