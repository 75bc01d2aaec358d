"""Arithmetic that can only fail, of which the Erlang compiler warns."""

from __future__ import annotations

from typing import Any, Final

from simulator.elixir.ast import Node
from simulator.elixir.expand.context import Context
from simulator.terms import Atom

_ARITHMETIC: Final = frozenset({"+", "-", "*", "/"})


def check(x: Context, operator: str, args: list[Any], node: Node) -> None:
    """Remember a call of arithmetic with an operand that is a literal and no number."""
    state = x.module
    if state is None or x.function is None or operator not in _ARITHMETIC:
        return
    if any(arg.__class__ in (str, bytes, Atom, list, tuple) for arg in args):
        state.failing.append((node.line, f"the call to {operator}/{len(args)} will fail with ArithmeticError"))


def report(x: Context) -> None:
    """Warn of what can only fail in the module."""
    state = x.module
    assert state is not None
    for line, text in sorted(state.failing):
        x.warn(line, text, place="")
