"""What stands in a pattern beside terms, and how a pattern is shown.

How a pattern matches is said where messages are received: :mod:`simulator.kernel.process.patterns`.
"""

from __future__ import annotations

from collections.abc import Callable
from types import BuiltinFunctionType, FunctionType, MethodType
from typing import Any, Final

from simulator.terms.atoms import Atom
from simulator.terms.identifiers import Pid, Reference
from simulator.terms.inspect import inspect, one_line
from simulator.terms.names import LITERALS


class _Any:
    """The pattern that matches everything."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "_"


ANY: Final = _Any()
"""Matches every term, as ``_`` does in Elixir."""

_IDENTIFIERS: Final = frozenset({Pid, Reference})

GUARDS: Final = frozenset({FunctionType, MethodType, BuiltinFunctionType})
"""The classes of functions, which are guards where they stand in a pattern."""


class When:
    """A pattern with a guard on the whole; made by :func:`simulator.kernel.process.patterns.when`."""

    __slots__ = ("guard", "pattern")

    def __init__(self, pattern: Any, guard: Callable[[Any], Any]) -> None:
        self.pattern = pattern
        self.guard = guard


def pattern_text(pattern: Any) -> str:
    """Return a pattern as text, in Elixir's notation as far as there is one.

    >>> from simulator.terms import atom
    >>> pattern_text((atom.pong, ANY, int))
    '{:pong, _, int}'
    """
    if pattern is ANY:
        return "_"
    cls = pattern.__class__
    if cls is Atom:
        return LITERALS[pattern.name]
    if cls is tuple:
        texts = [
            "_" if part is ANY
            else LITERALS[part.name] if type(part) is Atom
            else str(part) if type(part) in _IDENTIFIERS
            else pattern_text(part)
            for part in pattern
        ]  # fmt: skip
        return f"{{{', '.join(texts)}}}"
    if cls is list:
        return "[" + ", ".join(map(pattern_text, pattern)) + "]"
    if cls is dict:
        return "%{" + ", ".join(f"{inspect(k)} => {pattern_text(p)}" for k, p in pattern.items()) + "}"
    if cls is When:
        return f"{pattern_text(pattern.pattern)} when {_function_name(pattern.guard)}"
    if isinstance(pattern, type):
        return pattern.__name__
    return f"_ when {_function_name(pattern)}" if cls in GUARDS else one_line(pattern)


def _function_name(function: Any) -> str:
    name: str = getattr(function, "__name__", "guard")
    return "fn" if name == "<lambda>" else name
