"""Literals, variables and collections."""

from __future__ import annotations

from typing import Any

from simulator.elixir.ast import Node
from simulator.elixir.syntax.escapes import unescape_character
from simulator.elixir.syntax.operators import associations
from simulator.elixir.syntax.quotes import quoted_name
from simulator.elixir.syntax.source import Source
from simulator.elixir.syntax.table import all_of, convert, converter, parts_of
from simulator.terms import Atom

_BITS, _MAP, _PIPE, _STRUCT, _TUPLE = Atom("<<>>"), Atom("%{}"), Atom("|"), Atom("%"), Atom("{}")


@converter("integer")
def _integer(source: Source, node: Any) -> int:
    text = source.text(node)
    return int(text, 0) if text[:2] in ("0x", "0o", "0b") else int(text)


@converter("float")
def _float(source: Source, node: Any) -> float:
    return float(source.text(node))


@converter("char")
def _char(source: Source, node: Any) -> int:
    return unescape_character(source.text(node)[1:])


@converter("boolean", "nil")
def _constant(source: Source, node: Any) -> Atom:
    return Atom(source.text(node))


@converter("atom")
def _atom(source: Source, node: Any) -> Atom:
    return Atom(source.text(node)[1:])


@converter("identifier")
def _identifier(source: Source, node: Any) -> Node:
    return Node(Atom(source.text(node)), source.meta(node), None)


@converter("operator_identifier")
def _operator_name(source: Source, node: Any) -> Node:
    name = source.text(node)
    return Node(Atom(name), source.meta(node), [] if name == ".." else None)


def _items(source: Source, node: Any) -> list[Any]:
    """Return the elements of a list, with keywords at its end spliced in."""
    items: list[Any] = []
    for child in parts_of(node):
        if child.type == "keywords":
            items += convert(source, child)
        else:
            items.append(convert(source, child))
    return items


@converter("list")
def _list(source: Source, node: Any) -> list[Any]:
    return _items(source, node)


@converter("tuple")
def _tuple(source: Source, node: Any) -> Any:
    items = [convert(source, child) for child in parts_of(node)]
    return tuple(items) if len(items) == 2 else Node(_TUPLE, source.meta(node), items)


@converter("bitstring")
def _bitstring(source: Source, node: Any) -> Node:
    return Node(_BITS, source.meta(node), [convert(source, child) for child in parts_of(node)])


@converter("keywords")
def _keywords(source: Source, node: Any) -> list[Any]:
    return [convert(source, child) for child in parts_of(node)]


@converter("pair")
def _pair(source: Source, node: Any) -> tuple[Any, Any]:
    key, value = parts_of(node)
    name = Atom(source.text(key).rstrip()[:-1]) if key.type == "keyword" else quoted_name(source, key)
    return name, convert(source, value)


@converter("map")
def _map(source: Source, node: Any) -> Node:
    struct, opening, content = None, None, []
    for child in all_of(node):
        if child.type == "struct":
            struct = child
        elif child.type == "{":
            opening = child
        elif child.type == "map_content":
            content = parts_of(child)
    made = Node(_MAP, source.meta(opening), _map_items(source, content))
    if struct is None:
        return made
    return Node(_STRUCT, source.meta(node), [convert(source, parts_of(struct)[0]), made])


def _map_items(source: Source, content: list[Any]) -> list[Any]:
    """Return the pairs of a map; an update is one ``|`` that holds them all."""
    items: list[Any] = []
    for child in content:
        if child.type == "keywords":
            items += convert(source, child)
        else:
            items.append(associations(source, child))
    first = items[0] if items else None
    if first.__class__ is Node and first.is_call("|", 2):
        subject, changes = first.args
        return [Node(_PIPE, first.meta, [subject, [*changes, *items[1:]]])]
    return items
