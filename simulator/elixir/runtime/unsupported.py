"""Calls of what real Elixir has and this library lacks: they stop the program where they are made."""

from __future__ import annotations

from typing import Any, NoReturn

from simulator.elixir.runtime.world import world
from simulator.kernel import ScenarioError, caller


class Unsupported(ScenarioError, NotImplementedError):
    """A program called what is not supported; ``file`` and ``line`` say where.

    No ``rescue``, ``catch``, link or supervisor takes it: a program that went on after it would do what no
    BEAM does. In a suite of ExUnit it ends the test that runs, and that test alone.
    """

    def __init__(self, what: str, file: str = "", line: int = 0) -> None:
        super().__init__(f"not supported: {what}", file, line)
        self.what = what


def refuse(what: str) -> NoReturn:
    """Stop the program, or the test that runs: it asked for *what*, such as ``:dets.open_file/2``."""
    frame: Any = caller(1)
    problem = Unsupported(what, frame.f_code.co_filename, frame.f_lineno)
    stop_test = world().stop_test
    if stop_test is not None:
        stop_test(problem)
    raise problem


def shown_function(module: str, name: str, arity: int) -> str:
    """Return a function as programs write it.

    >>> shown_function("Elixir.File", "open", 2), shown_function("dets", "open_file", 2)
    ('File.open/2', ':dets.open_file/2')
    """
    where = module.removeprefix("Elixir.") if module.startswith("Elixir.") else f":{module}"
    return f"{where}.{name}/{arity}"
