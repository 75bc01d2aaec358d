"""How Elixir's own lists, maps, structs and bitstrings print and sort.

Imported when the first of them is printed or compared.
Source of the semantics: Elixir 1.14, the implementations of the ``Inspect`` protocol.
"""

from __future__ import annotations

import re
from typing import Any

from simulator.terms.atoms import Atom
from simulator.terms.bits import Bits
from simulator.terms.inspect import (
    PRINTERS,
    Walk,
    associations,
    elements,
    improper,
    named_fields,
    segments,
)
from simulator.terms.layout import Document
from simulator.terms.lists import EMPTY, Cell, Cons, Empty, Lazy, parts
from simulator.terms.maps import Map, keys, pairs, struct_name
from simulator.terms.order import KEYS, bits_key, list_key, pairs_key
from simulator.terms.structs import PRINTERS as STRUCT_PRINTERS
from simulator.terms.structs import printer_of, shown_fields


def _cells(term: Cell, limit: int, walk: Walk) -> Document:
    items, tail = parts(term)
    if tail.__class__ is Empty:
        return elements(term, items, limit, walk)
    return improper(term, items, tail, limit, walk)


def _empty(term: Empty, limit: int, walk: Walk) -> str:
    return "[]"


def _map(term: Map, limit: int, walk: Walk) -> Document:
    module = struct_name(term)
    if module is None or not walk.structs:
        return associations(term, pairs(term), limit, walk)
    printer = printer_of(module)
    if printer is not None:
        return printer(term, limit, walk)
    return plain_struct(term, limit, walk)


def plain_struct(term: Map, limit: int, walk: Walk) -> Document:
    """Print a struct by its fields, as a struct prints that has no implementation of its own."""
    module = struct_name(term)
    shown = None if module is None else shown_fields(term, module)
    if module is None or shown is None:
        return associations(term, pairs(term), limit, walk)
    return named_fields(term, module.name, *shown, limit, walk)


def _bits(term: Bits, limit: int, walk: Walk) -> Document:
    number = PRINTERS[int]
    whole, rest = divmod(term.size, 8)
    shown: list[Any] = [number(byte, limit, walk) for byte in term.data[: whole if limit < 0 else min(whole, limit)]]
    if limit < 0 or len(shown) < limit:
        shown.append(f"{number(term.data[-1] >> (8 - rest), limit, walk)}::size({rest})")
    else:
        shown.append("...")
    return segments(shown, walk)


def _cells_key(term: Cell, exact: bool, depth: int) -> tuple[Any, ...]:
    items, tail = parts(term)
    return list_key(items, None if tail.__class__ is Empty else tail, exact, depth)


def _empty_key(term: Empty, exact: bool, depth: int) -> tuple[Any, ...]:
    return list_key((), None, exact, depth)


def _map_key(term: Map, exact: bool, depth: int) -> tuple[Any, ...]:
    return pairs_key(pairs(term), exact, depth)


def _bits_key(term: Bits, exact: bool, depth: int) -> tuple[Any, ...]:
    return bits_key(term.data, term.size)


PRINTERS.update({Cons: _cells, Lazy: _cells, Empty: _empty, Map: _map, Bits: _bits})
KEYS.update({Cons: _cells_key, Lazy: _cells_key, Empty: _empty_key, Map: _map_key, Bits: _bits_key})


def _range(term: Map, limit: int, walk: Walk) -> Document:
    first, last, step = (term.d.get(key) for key in _RANGE)
    if first.__class__ is not int or last.__class__ is not int:
        return plain_struct(term, limit, walk)
    plain = first <= last if step == 1 else step is None or step is _NIL
    shown = "" if plain else f"//{PRINTERS[int](step, limit, walk)}"
    return f"{PRINTERS[int](first, limit, walk)}..{PRINTERS[int](last, limit, walk)}{shown}"


def _set(term: Map, limit: int, walk: Walk) -> Document:
    inner = term.d.get(_MAP)
    if inner.__class__ is not Map:
        return plain_struct(term, limit, walk)
    charlists, walk.charlists = walk.charlists, "as_lists"
    shown = elements(term, keys(inner), limit, walk)
    walk.charlists = charlists
    return "MapSet.new(" + shown + ")"


def _regex(term: Map, limit: int, walk: Walk) -> Document:
    source, opts = term.d.get(_SOURCE), term.d.get(_OPTS)
    if source.__class__ is str and opts.__class__ in (Cons, Lazy):  # options that are no letters
        made = "Regex.compile!(" + PRINTERS[str](source, limit, walk) + ", "
        return made + PRINTERS[type(opts)](opts, limit, walk) + ")"
    if opts is EMPTY:
        opts = ""
    if source.__class__ is not str or opts.__class__ is not str:
        return plain_struct(term, limit, walk)
    parts = [part if part.startswith("\\") else _ESCAPED.get(part, part) for part in _PIECES.findall(source)]
    return f"~r/{''.join(parts)}/{opts}"


_PIECES = re.compile(r"\\.|#\{|.", re.DOTALL)
_ESCAPED = {"/": "\\/", "#{": "\\#{", "\n": "\\n", "\t": "\\t", "\r": "\\r", "\f": "\\f", "\v": "\\v", "\a": "\\a"}
_SOURCE, _OPTS = Atom("source"), Atom("opts")
_RANGE = (Atom("first"), Atom("last"), Atom("step"))
_MAP, _NIL = Atom("map"), Atom("nil")
STRUCT_PRINTERS.setdefault(Atom("Elixir.Range"), _range)
STRUCT_PRINTERS.setdefault(Atom("Elixir.MapSet"), _set)
STRUCT_PRINTERS.setdefault(Atom("Elixir.Regex"), _regex)
