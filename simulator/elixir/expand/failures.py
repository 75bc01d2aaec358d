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
    if operator not in _ARITHMETIC or (state is not None and x.function is None):
        return
    if any(arg.__class__ in (str, bytes, Atom, list, tuple) for arg in args):
        failing = x.unit.failing if state is None else state.failing
        failing.append((node.line, f"the call to {operator}/{len(args)} will fail with ArithmeticError"))


def report(x: Context) -> None:
    """Warn of what can only fail in the module, or in the script itself."""
    for line, text in sorted(x.unit.failing if x.module is None else x.module.failing):
        x.warn(line, text, place="")
