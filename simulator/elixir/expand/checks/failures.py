"""Calls that can only fail, and calls whose result nobody takes: what the Erlang compiler warns of.

Its warnings come when all of a module is expanded, by line.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from simulator.elixir.expand.scope.context import Context
from simulator.elixir.tree.build import ERLANG, KERNEL
from simulator.elixir.tree.nodes import Node
from simulator.elixir.tree.operators import words
from simulator.terms import Atom

_LITERALS: Final = (int, float, str, bytes, Atom)
_BOOLEANS: Final = (Atom("true"), Atom("false"))
_COMPARISONS: Final = {"==": "==", "/=": "!=", "=:=": "===", "=/=": "!==", "<": "<", ">": ">", "=<": "<=", ">=": ">="}
_OPERATORS: Final = frozenset({"+", "-", "*", "/", "++", "--", "not", "div", "rem"})
_IDLE: Final = words("""
    is_atom is_binary is_bitstring is_boolean is_float is_function is_integer is_list is_map is_number is_pid is_port
    is_reference is_tuple max min node self
""")
_IGNORED: Final = words("""
    abs bit_size byte_size ceil elem floor hd length map_size round tl trunc tuple_size
""")
_SUPPRESS: Final = "is ignored (suppress the warning by assigning the expression to the _ variable)"


def _numbers(args: list[Any]) -> bool:
    return all(arg.__class__ in (int, float) for arg in args)


def _divides(args: list[Any]) -> bool:
    return _numbers(args) and (len(args) < 2 or args[1] != 0)


def _divides_whole(args: list[Any]) -> bool:
    return all(arg.__class__ is int for arg in args) and args[1] != 0


_WORKS: Final[dict[tuple[str, int], tuple[Callable[[list[Any]], bool], str]]] = {
    **{(name, arity): (_numbers, "ArithmeticError") for name in "+-*" for arity in (1, 2)},
    ("/", 2): (_divides, "ArithmeticError"),
    ("div", 2): (_divides_whole, "ArithmeticError"),
    ("rem", 2): (_divides_whole, "ArithmeticError"),
    ("hd", 1): (lambda args: args[0].__class__ is list and bool(args[0]), "ArgumentError"),
    ("tl", 1): (lambda args: args[0].__class__ is list and bool(args[0]), "ArgumentError"),
    ("length", 1): (lambda args: args[0].__class__ is list, "ArgumentError"),
    ("not", 1): (lambda args: args[0] in _BOOLEANS, "ArgumentError"),
    ("abs", 1): (_numbers, "ArgumentError"),
    ("is_function", 2): (lambda args: args[1].__class__ is int and args[1] >= 0, "ArgumentError"),
}
"""Functions by name and arity: whether they work on literals, and what they raise if not."""


def remember(x: Context, left: Any, value: Any) -> None:
    """Note a variable that is bound to a literal."""
    if left.__class__ is Node and left.is_variable and value.__class__ in _LITERALS:
        x.constants[left.form, left.meta.get("version")] = value


def check(x: Context, name: str, args: list[Any], node: Node) -> None:
    """Warn, later, of a call on literals that can only fail."""
    rule = _WORKS.get((name, len(args)))
    if rule is None or (x.module is not None and x.function is None):
        return
    known = [_literal(x, arg) for arg in args]
    if any(arg is None for arg in known):
        return
    works, error = rule
    if not works(known):
        x.later(node.line, f"the call to {name}/{len(args)} will fail with {error}")


def _literal(x: Context, arg: Any) -> Any:
    if arg.__class__ is Node:
        return x.constants.get((arg.form, arg.meta.get("version"))) if arg.is_variable else None
    if arg.__class__ in _LITERALS:
        return arg
    if arg.__class__ is not list and arg.__class__ is not tuple:
        return None
    return arg if all([_literal(x, each) is not None for each in arg]) else None


def check_ignored(x: Context, node: Any) -> None:
    """Warn, later, of an expanded expression whose value nobody takes and that does nothing else."""
    if node.__class__ is not Node or (x.module is not None and x.function is None):
        return
    form = node.form
    if form is Atom("&"):
        target = node.args[0].args[0]
        if x.module is not None and target.form.__class__ is Node:
            x.later(node.line, f"the result of fun construction {_SUPPRESS}")
    elif form.__class__ is Node and form.form is Atom(".") and form.args[0] in (ERLANG, KERNEL):
        _check_call(x, form.args[1].name, node)


def _check_call(x: Context, name: str, node: Node) -> None:
    count = len(node.args)
    if name in _COMPARISONS and count == 2:
        x.later(node.line, f"use of operator {_COMPARISONS[name]} has no effect")
    elif name in _IDLE:
        x.later(node.line, f"the call to {name}/{count} has no effect")
    elif name in _OPERATORS:
        x.later(node.line, f"the result of evaluating operator '{name}'/{count} {_SUPPRESS}")
    elif name in _IGNORED:
        called = "element" if name == "elem" else name
        x.later(node.line, f"the result of calling {called}/{count} {_SUPPRESS}")


def report(x: Context) -> None:
    """Give the warnings that waited for the end of the module, or of the script itself."""
    waiting = x.unit.waiting if x.module is None else x.module.waiting
    for line, text in sorted(waiting):
        x.warn(line, text, place="")
