"""Blocks of expressions, and the clauses that ``->`` makes of them."""

from __future__ import annotations

from typing import Any

from simulator.elixir.ast import Meta, Node
from simulator.elixir.syntax.source import Source
from simulator.elixir.syntax.table import all_of, convert, converter, parts_of
from simulator.terms import Atom

_ARROW, _BLOCK, _FN, _NIL, _WHEN = Atom("->"), Atom("__block__"), Atom("fn"), Atom("nil"), Atom("when")
_KEPT = (Atom("not"), Atom("!"), Atom("unquote_splicing"))
"""What stays in a block of its own: `(not x) in y` is not `not x in y`."""


def block(expressions: list[Any], meta: Meta | None = None) -> Any:
    """Return *expressions* as one: itself when it is the only one, else a ``__block__``."""
    if len(expressions) == 1:
        only = expressions[0]
        if not (only.__class__ is Node and only.form in _KEPT and only.args.__class__ is list and len(only.args) == 1):
            return only
    return Node(_BLOCK, meta or Meta(), expressions)


@converter("source", "body")
def _body(source: Source, node: Any) -> Any:
    return block([convert(source, child) for child in parts_of(node)])


@converter("block")
def _parentheses(source: Source, node: Any) -> Any:
    return parenthesised(source, node, parts_of(node))


def parenthesised(source: Source, opening: Any, inner: list[Any]) -> Any:
    """Return what parentheses that start at *opening* make of *inner*: clauses, or a block."""
    items = [convert(source, child) for child in inner]
    if inner and inner[0].type == "stab_clause":
        return items
    return block(items, source.meta(opening) if items else None)


@converter("anonymous_function")
def _fn(source: Source, node: Any) -> Node:
    return Node(_FN, source.meta(node), [convert(source, child) for child in parts_of(node)])


@converter("do_block")
def do_block(source: Source, node: Any) -> list[tuple[Atom, Any]]:
    """Return the keyword list of a ``do`` block: do, rescue, catch, else and after in order."""
    inner: list[Any] = []
    sections = [(Atom("do"), inner)]
    for child in parts_of(node):
        if child.type.endswith("_block") and child.type in _SECTIONS:
            sections.append((Atom(child.type[:-6]), parts_of(child)))
        else:
            inner.append(child)
    return [(key, _section(source, children)) for key, children in sections]


_SECTIONS = frozenset(("after_block", "rescue_block", "catch_block", "else_block"))


def _section(source: Source, inner: list[Any]) -> Any:
    items = [convert(source, child) for child in inner]
    return items if inner and inner[0].type == "stab_clause" else block(items)


@converter("stab_clause")
def _clause(source: Source, node: Any) -> Node:
    left, arrow, right = None, None, None
    for child in all_of(node):
        if child.type == "->":
            arrow = child
        elif arrow is None:
            left = child
        else:
            right = child
    body = [] if right is None else [convert(source, child) for child in parts_of(right)]
    return Node(_ARROW, source.meta(arrow), [_head(source, left), block(body) if body else _NIL])


def _head(source: Source, left: Any) -> list[Any]:
    """Return the patterns of a clause; a guard wraps them all: ``[{:when, meta, [a, b, guard]}]``."""
    if left is None:
        return []
    if left.type == "binary_operator":
        patterns, when, guard = all_of(left)
        return [Node(_WHEN, source.meta(when), [*_patterns(source, patterns), convert(source, guard)])]
    return unwrap_when(_patterns(source, left))


def _patterns(source: Source, node: Any) -> list[Any]:
    children = all_of(node)
    inner = parts_of(node)
    if children and children[0].type == "(" and len(inner) == 1 and inner[0].type != "keywords":
        return [parenthesised(source, children[0], inner)]
    return [convert(source, child) for child in inner]


def unwrap_when(patterns: list[Any]) -> list[Any]:
    """Turn ``a, b when c`` that bound as ``a, (b when c)`` into one ``when`` around all."""
    last = patterns[-1] if patterns else None
    if last.__class__ is Node and last.is_call("when", 2):
        return [Node(_WHEN, last.meta, [*patterns[:-1], *last.args])]
    return patterns
