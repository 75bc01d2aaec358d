"""Invariants: what must hold in every run, told by a function of Python's or of the program's own."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from typing import Any, Final

from simulator.scenario import Loaded, Run
from simulator.terms.errors import SimulatorError
from simulator.trace import Trace
from simulator.trace.events import AnyEvent, Header

LOOKS: Final = 1_000
"""How often an invariant is asked in one run at most: each look walks the trace so far."""


class TraceSoFar(Trace):
    """The events of a run up to one of them."""

    def __init__(self, header: Header, events: list[AnyEvent]) -> None:
        self.header = header
        self._events = events

    def __iter__(self) -> Iterator[AnyEvent]:
        return iter(self._events)

    def __len__(self) -> int:
        return len(self._events)


class InvariantError(SimulatorError, ValueError):
    """What is given as an invariant is none; says why."""


def invariant_of(given: str, loaded: Loaded) -> Callable[[Run], str | None] | None:
    """Return what tells of a run how it breaks an invariant; None where the program itself does that.

    *given* is ``checks.py:function``, a function of the trace so far, asked after each event, which breaks if it
    returns False or a text, or raises (``trace.complete`` says whether the run is over); or, of an Elixir program,
    ``Module.function``, which is called when its main process is through.
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
    return breaking(function, name)


def breaking(function: Callable[[Trace], Any], name: str) -> Callable[[Run], str | None]:
    """Return what tells of a run how it breaks an invariant, which is a function of the trace so far."""

    def broken(run: Run) -> str | None:
        for so_far in _prefixes(run.trace):
            try:
                answer = function(so_far)
            except Exception as wrong:
                return f"{name}: {type(wrong).__name__}: {wrong}"
            if answer is False or isinstance(answer, str):
                return f"{name}: {answer}" if answer else f"{name} is False"
        return None

    return broken


def _prefixes(trace: Trace) -> Iterator[Trace]:
    """Yield a trace as it was after each event; of a long one at :data:`LOOKS` places, and at its end."""
    events = list(trace)
    apart = max(1, -(-len(events) // LOOKS))
    for length in range(len(events), 0, -apart)[::-1]:
        yield TraceSoFar(trace.header, events[:length])
