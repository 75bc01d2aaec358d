"""Calls of every kind, ``x[key]``, and aliases behind a dot."""

from __future__ import annotations

import re
from typing import Any

from simulator.elixir.ast import Meta, Node
from simulator.elixir.syntax.quotes import quoted_name
from simulator.elixir.syntax.source import Source
from simulator.elixir.syntax.table import all_of, convert, converter, parts_of
from simulator.terms import Atom

_ALIASES, _DOT, _TUPLE = Atom("__aliases__"), Atom("."), Atom("{}")
_ACCESS, _GET = Atom("Elixir.Access"), Atom("get")
_AMBIGUOUS = re.compile(rb"[ \t]+[-+][^\s(\[<{%+\-/>:]")


@converter("call")
def _call(source: Source, node: Any) -> Node:
    target, *rest = all_of(node)
    arguments: list[Any] = []
    has_list = False
    for child in rest:
        if child.type == "arguments":
            has_list = True
            arguments = [convert(source, part) for part in parts_of(child)]
        else:
            arguments.append(convert(source, child))
    if target.type == "identifier":
        return Node(Atom(source.text(target)), _local_meta(source, target, rest, arguments), arguments)
    if target.type == "dot":
        return _remote(source, target, arguments, plain=not rest)
    callee = convert(source, target)
    if rest and has_list and rest[0].start_byte in source.gaps:
        return _access(source, callee, rest[0], arguments[0])
    return Node(callee, Meta(callee.meta.line, callee.meta.column), arguments)


def _local_meta(source: Source, target: Any, rest: list[Any], arguments: list[Any]) -> Meta:
    meta = source.meta(target)
    # `foo -1` reads as a call of foo; whoever has a variable of that name is told so.
    if len(arguments) == 1 and rest[0].start_byte != target.end_byte and _AMBIGUOUS.match(source.data, target.end_byte):
        return meta.with_(ambiguous_op=Atom("nil"))
    return meta


def _remote(source: Source, dot: Any, arguments: list[Any], plain: bool) -> Node:
    left, point, *names = all_of(dot)
    meta = source.meta(point)
    callee = convert(source, left)
    if not names:
        return Node(Node(_DOT, meta, [callee]), meta, arguments)
    name = names[0]
    called = quoted_name(source, name) if name.type in ("string", "charlist") else Atom(source.text(name))
    place = source.meta(name)
    return Node(Node(_DOT, meta, [callee, called]), place.with_(no_parens=Atom("true")) if plain else place, arguments)


@converter("access_call")
def _access_call(source: Source, node: Any) -> Node:
    target, opening, key, _ = all_of(node)
    return _access(source, convert(source, target), opening, convert(source, key))


def _access(source: Source, target: Any, opening: Any, key: Any) -> Node:
    meta = source.meta(opening)
    return Node(Node(_DOT, meta, [_ACCESS, _GET]), meta, [target, key])


@converter("dot")
def _dot(source: Source, node: Any) -> Node:
    left, point, right = all_of(node)
    callee = convert(source, left)
    meta = source.meta(point)
    if right.type == "tuple":
        return Node(Node(_DOT, meta, [callee, _TUPLE]), meta, [convert(source, child) for child in parts_of(right)])
    segments = alias_segments(source, right)
    if callee.__class__ is Node and callee.form is _ALIASES:
        return Node(_ALIASES, callee.meta, [*callee.args, *segments])
    return Node(_ALIASES, meta, [callee, *segments])


def alias_segments(source: Source, node: Any) -> list[Atom]:
    """Return the parts of a dotted name."""
    return [Atom(part.strip()) for part in source.text(node).split(".")]


@converter("alias")
def _alias(source: Source, node: Any) -> Node:
    return Node(_ALIASES, source.meta(node), list(alias_segments(source, node)))
