"""Expanded code whose value can be told without running it."""

from __future__ import annotations

import operator
from collections.abc import Callable
from typing import Any, Final

from simulator.elixir.tree.nodes import Node
from simulator.terms import Atom

_LITERALS: Final = (int, float, str, bytes, Atom)
_ARITHMETIC: Final[dict[str, Callable[[Any, Any], Any]]] = {
    "+": operator.add, "-": operator.sub, "*": operator.mul,
}  # fmt: skip


def folded(node: Any) -> Any:
    """Return a literal (in quoted form) with the value of *node*; Python's None if it has to be run.

    Functions of other modules count as literals: ``&Mod.fun/1``.
    """
    kind = node.__class__
    if kind in _LITERALS:
        return node
    if kind is list:
        return _each(node)
    if kind is tuple:
        made = _each(list(node))
        return None if made is None else tuple(made)
    if kind is not Node or node.args.__class__ is not list:
        return None
    name = node.form
    if name is Atom("%{}") or name is Atom("{}"):
        made = _each(node.args)
        return None if made is None else Node(name, node.meta, made)
    if name is Atom("<<>>"):
        return _text(node)
    if name.__class__ is Node and name.form is Atom(".") and len(name.args) == 2 and name.args[0] is Atom("erlang"):
        return _sum(node)
    if name is Atom("&"):
        slash = node.args[0]
        return node if slash.args[0].form.__class__ is Node and slash.args[0].form.args[0].__class__ is Atom else None
    return None


def _each(items: list[Any]) -> list[Any] | None:
    done = []
    for item in items:
        made = folded(item)
        if made is None:
            return None
        done.append(made)
    return done


def _text(node: Node) -> Any:
    parts = []
    for segment in node.args:
        value, spec = segment.args
        if value.__class__ is not str or spec.form is not Atom("binary") or spec.args:
            return None
        parts.append(value)
    return "".join(parts)


def _sum(node: Node) -> Any:
    """Whole numbers: ``+``, ``-``, ``*``; lists: ``++``."""
    name = node.form.args[1].name
    args = _each(node.args)
    if args is None or len(args) != 2:
        return None
    if name == "++" and args[0].__class__ is list and args[1].__class__ is list:
        return args[0] + args[1]
    if name in _ARITHMETIC and args[0].__class__ is int and args[1].__class__ is int:
        return _ARITHMETIC[name](*args)
    return None
