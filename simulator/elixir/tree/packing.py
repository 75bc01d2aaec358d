"""Quoted code in terms of Python's own, so that it can be kept with what is compiled.

An atom is a tuple of one, a pair one of four, a node one of three: its form, its line and its arguments.
"""

from __future__ import annotations

from typing import Any

from simulator.elixir.tree.nodes import Meta, Node
from simulator.terms import Atom


def packed(node: Any) -> Any:
    """Return quoted code as what ``marshal`` can write.

    >>> packed((Atom("a"), [1, Node(Atom("x"), Meta(7), None)]))
    ('', ('a',), [1, (('x',), 7, None)], 0)
    """
    kind = node.__class__
    if kind is Node:
        return packed(node.form), node.meta.line, packed(node.args)
    if kind is list:
        return [packed(each) for each in node]
    if kind is tuple:
        return "", packed(node[0]), packed(node[1]), 0
    return (node.name,) if kind is Atom else node


def unpacked(value: Any) -> Any:
    """Return the quoted code that was packed.

    >>> unpacked(packed([Atom("a"), (1, Node(Atom("x"), Meta(7), []))]))
    [:a, (1, {:x, 7, []})]
    """
    kind = value.__class__
    if kind is list:
        return [unpacked(each) for each in value]
    if kind is not tuple:
        return value
    if len(value) == 1:
        return Atom(value[0])
    if len(value) == 4:
        return unpacked(value[1]), unpacked(value[2])
    form, line, args = value
    return Node(unpacked(form), Meta(line), unpacked(args))
