"""Elixir's order of terms: any two can be compared.

number < atom < reference < function < pid < tuple < map < list < bitstring. Tuples and maps compare
by size first, lists element by element, maps by their sorted keys and then by their values. A struct
(an exception, a dataclass, a set, any other Python object) is the map of its fields.
Source of the semantics: Elixir's ``Kernel`` documentation, "Structural comparison", and the Erlang
reference manual, "Term comparisons".
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from operator import attrgetter
from typing import Any

from simulator.terms.atoms import Atom
from simulator.terms.identifiers import Pid, Reference
from simulator.terms.objects import (
    FUNCTION_TYPES,
    MODULE_TYPES,
    Handlers,
    function_parts,
    module_name,
    opaque_text,
    struct_fields,
)
from simulator.terms.weight import PARTS, weigh

MAX_DEPTH = 200
"""How deep a term may be nested to be compared."""

_NUMBER, _ATOM, _REFERENCE, _FUNCTION, _PID, _TUPLE, _MAP, _LIST, _BINARY = range(9)

_Key = tuple[Any, ...]

_BY_NAME = attrgetter("name")


def compare(left: object, right: object, *, exact: bool = False) -> int:
    """Return -1, 0 or 1 as *left* sorts before, with or after *right*.

    With *exact* an integer sorts before every float, as keys of a map do; else ``1`` and ``1.0`` are equal.
    Raises ``RecursionError`` for terms nested deeper than :data:`MAX_DEPTH` levels.

    >>> compare(1, "1"), compare((9, 9), (1, 1, 1)), compare(1, 1.0), compare(2, 1.0, exact=True)
    (-1, -1, 0, -1)
    """
    first, second = sort_key(left, exact=exact), sort_key(right, exact=exact)
    return (first > second) - (first < second)


def sort_key(term: object, *, exact: bool = False) -> _Key:
    """Return a key that sorts *term* among others; for *exact* and what is raised see :func:`compare`.

    >>> sorted(["b", 2, Atom("a"), (), [], 1.5], key=sort_key)
    [1.5, 2, :a, (), [], 'b']
    """
    if term.__class__ in PARTS:
        weigh(term, 20)
    return _key(term, exact, MAX_DEPTH)


def sort_exactly(terms: Iterable[Any]) -> list[Any]:
    """Return the *terms* in the order of a small map's keys; as they came if they are nested too deep for that."""
    found = list(terms)
    if len(found) < 2:
        return found
    kinds = set(map(type, found))
    if len(kinds) == 1:
        (kind,) = kinds
        if kind is Atom:
            return sorted(found, key=_BY_NAME)
        if kind is int:
            return sorted(found)
    try:
        return sorted(found, key=_exact_key)
    except RecursionError:
        return found


def _exact_key(term: object) -> _Key:
    return sort_key(term, exact=True)


def _key(term: Any, exact: bool, depth: int) -> _Key:
    if depth == 0:
        raise RecursionError(f"a term nested deeper than {MAX_DEPTH} levels cannot be compared")
    return KEYS[type(term)](term, exact, depth - 1)


def _keys(terms: Iterable[object], exact: bool, depth: int) -> _Key:
    return tuple([_key(term, exact, depth) for term in terms])


def _number(term: float, exact: bool, depth: int) -> _Key:
    if term != term:
        return (_NUMBER, 2, 0)  # NaN, which the BEAM does not have, comes after all numbers
    return (_NUMBER, 1 if exact and isinstance(term, float) else 0, term)


def _atom(term: Atom, exact: bool, depth: int) -> _Key:
    return (_ATOM, term.name)


def _constant(term: bool | None, exact: bool, depth: int) -> _Key:
    return (_ATOM, "nil" if term is None else "true" if term else "false")


def _module(term: Any, exact: bool, depth: int) -> _Key:
    return (_ATOM, module_name(term))


def _reference(term: Reference, exact: bool, depth: int) -> _Key:
    return (_REFERENCE, term.number)


def _function(term: Any, exact: bool, depth: int) -> _Key:
    return (_FUNCTION, *function_parts(term))


def _pid(term: Pid, exact: bool, depth: int) -> _Key:
    return (_PID, term.number)


def _tuple(term: tuple[object, ...], exact: bool, depth: int) -> _Key:
    return (_TUPLE, len(term), _keys(term, exact, depth))


def _list(term: list[object], exact: bool, depth: int) -> _Key:
    return list_key(term, None, exact, depth)


# Where one list ends, another goes on or ends in something else: [1 | 2] < [1] < [1, 0] < [1 | "a"].
_END, _BEFORE_END, _BEHIND_ALL = (-1,), (-2,), (_BINARY + 1,)


def list_key(items: Iterable[object], tail: object, exact: bool, depth: int) -> _Key:
    """Return the key of the list of *items*, which ends in *tail* if it is improper (not None)."""
    if tail is None:
        return (_LIST, (*_keys(items, exact, depth), _END))
    last = _key(tail, exact, depth)
    return (_LIST, (*_keys(items, exact, depth), (_BEFORE_END if last[0] < _LIST else _BEHIND_ALL) + last))


def _string(term: str, exact: bool, depth: int) -> _Key:
    return (_BINARY, term.encode("utf-8", "surrogatepass"), 0)


def _binary(term: bytes, exact: bool, depth: int) -> _Key:
    return (_BINARY, bytes(term), 0)


def _map(term: dict[object, object], exact: bool, depth: int) -> _Key:
    return pairs_key(term.items(), exact, depth)


def bits_key(data: bytes, size: int) -> _Key:
    """Return the key of a bitstring of *size* bits, no multiple of eight; *data* is padded with zeros."""
    return (_BINARY, data, size % 8 - 8)


def pairs_key(given: Iterable[tuple[object, object]], exact: bool, depth: int) -> _Key:
    """Return the key of the map of these pairs."""
    pairs = sorted([(_key(key, True, depth), _key(value, exact, depth)) for key, value in given])
    return (_MAP, len(pairs), tuple([key for key, _ in pairs]), tuple([value for _, value in pairs]))


def _set(term: frozenset[object], exact: bool, depth: int) -> _Key:
    elements = tuple(sorted(_keys(term, True, depth)))
    inner = (_MAP, len(elements), elements, ((_LIST, (_END,)),) * len(elements))
    return _named_fields("Elixir.MapSet", [("map", inner), ("version", (_NUMBER, 0, 2))])


def _struct(term: object, exact: bool, depth: int) -> _Key:
    fields = [(name, _key(value, exact, depth)) for name, value in struct_fields(term)[0]]
    return _named_fields(module_name(type(term)), fields)


def _opaque(term: object, exact: bool, depth: int) -> _Key:
    return _named_fields(
        module_name(type(term)), [("repr", (_BINARY, opaque_text(term).encode("utf-8", "replace"), 0))]
    )


def _named_fields(module: str, fields: list[tuple[str, _Key]]) -> _Key:
    """Return the key of a struct: a map with atoms as keys, one of which is ``:__struct__``."""
    pairs = sorted([("__struct__", (_ATOM, module)), *fields])
    return (_MAP, len(pairs), tuple([(_ATOM, name) for name, _ in pairs]), tuple([key for _, key in pairs]))


KEYS: Handlers[Callable[[Any, bool, int], _Key]] = Handlers(
    {
        int: _number,
        float: _number,
        bool: _constant,
        type(None): _constant,
        Atom: _atom,
        Reference: _reference,
        Pid: _pid,
        tuple: _tuple,
        list: _list,
        dict: _map,
        set: _set,
        frozenset: _set,
        str: _string,
        bytes: _binary,
        bytearray: _binary,
        **dict.fromkeys(FUNCTION_TYPES, _function),
        **dict.fromkeys(MODULE_TYPES, _module),
    },
    struct=_struct,
    opaque=_opaque,
)
"""How instances of a class sort, by class."""
