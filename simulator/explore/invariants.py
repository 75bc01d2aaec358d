"""Invariants: what must hold in every run, told by a function of Python's or of the program's own."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

from simulator.scenario import Loaded, Run
from simulator.terms.errors import SimulatorError


class InvariantError(SimulatorError, ValueError):
    """What is given as an invariant is none; says why."""


def invariant_of(given: str, loaded: Loaded) -> Callable[[Run], str | None] | None:
    """Return what tells of a run how it breaks an invariant; None where the program itself does that.

    *given* is ``checks.py:function``, a function of the trace, which breaks if it returns False or a text, or
    raises; or, of an Elixir program, ``Module.function``, which is called when its main process is through.
    Raises :class:`InvariantError`.
    """
    path, colon, name = given.rpartition(":")
    if colon and path.endswith(".py"):
        return _python(path, name)
    module, dot, function = given.removesuffix("/0").rpartition(".")
    if not dot or not module[:1].isupper() or not function or not hasattr(loaded, "script"):
        kind = "FILE.py:function, or Module.function of an Elixir program"
        raise InvariantError(f"an invariant is {kind}, not {given!r}")
    loaded.invariant = given
    return None


def _python(path: str, name: str) -> Callable[[Run], str | None]:
    try:
        with open(path, encoding="utf-8") as file:
            source = file.read()
    except (OSError, UnicodeDecodeError) as wrong:
        raise InvariantError(f"{path}: {getattr(wrong, 'strerror', None) or 'not UTF-8 text'}") from None
    names: dict[str, Any] = {"__file__": os.path.abspath(path), "__name__": "invariants"}
    try:
        exec(compile(source, path, "exec"), names)
    except Exception as wrong:
        raise InvariantError(f"{path}: {type(wrong).__name__}: {wrong}") from None
    function = names.get(name)
    if not callable(function):
        raise InvariantError(f"{path} has no function {name}")

    def broken(run: Run) -> str | None:
        try:
            answer = function(run.trace)
        except Exception as wrong:
            return f"{name}: {type(wrong).__name__}: {wrong}"
        if isinstance(answer, str):
            return f"{name}: {answer}"
        return f"{name} is False" if answer is False else None

    return broken
