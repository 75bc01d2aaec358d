"""Match specifications: patterns, guards and bodies that are terms, as ``:ets`` takes them.

Source of the semantics: the ERTS user's guide, "Match Specifications in Erlang".
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from simulator.elixir.runtime.bridge import FALSE, TRUE, boolean
from simulator.elixir.runtime.errors import CAUGHT
from simulator.elixir.runtime.values import basics, operators
from simulator.elixir.runtime.values.basics import badarg
from simulator.elixir.runtime.values.counted import to_list
from simulator.terms import Atom
from simulator.terms.lists import Cell, from_list, is_cell, is_list
from simulator.terms.maps import Map, from_pairs, get, has, pairs, strict_equal

Names = dict[int, Any]
"""What the numbered variables ``$1``, ``$2`` ... stand for."""

ANYTHING: Final = Atom("_")
_WHOLE: Final = Atom("$_")
_ALL: Final = Atom("$$")
_CONST: Final = Atom("const")


def variable(term: Any) -> int | None:
    """Return the number of a variable, or None."""
    if term.__class__ is Atom and term.name[:1] == "$" and term.name[1:].isdecimal():
        return int(term.name[1:])
    return None


def fits(pattern: Any, term: Any, names: Names) -> bool:
    """Return whether *term* matches *pattern*; what its variables stand for is added to *names*."""
    if pattern is ANYTHING:
        return True
    number = variable(pattern)
    if number is not None:
        if number in names:
            return strict_equal(names[number], term)
        names[number] = term
        return True
    if pattern.__class__ is tuple:
        same = term.__class__ is tuple and len(term) == len(pattern)
        return same and all(fits(part, value, names) for part, value in zip(pattern, term, strict=True))
    if isinstance(pattern, Cell):
        while isinstance(pattern, Cell) and is_cell(pattern):
            if not isinstance(term, Cell) or not is_cell(term) or not fits(pattern.head, term.head, names):
                return False
            pattern, term = pattern.tail, term.tail
        return fits(pattern, term, names)
    if pattern.__class__ is Map:
        return term.__class__ is Map and all(
            has(term, key) and fits(part, get(term, key), names) for key, part in pairs(pattern)
        )
    return strict_equal(pattern, term)


def named(names: Names) -> Any:
    """Return what the variables stand for, in the order of their numbers, as a list."""
    return from_list([names[number] for number in sorted(names)])


def clauses(spec: Any) -> list[tuple[Any, list[Any], list[Any]]]:
    """Return the clauses of a match specification; raises ``ArgumentError`` for what is none."""
    found = []
    for each in to_list(spec) if is_list(spec) else [None]:
        if each.__class__ is not tuple or len(each) != 3 or not is_list(each[1]) or not is_list(each[2]):
            raise badarg(2, "not a valid match specification")
        found.append((each[0], list(to_list(each[1])), list(to_list(each[2]))))
    return found


def made_of(given: list[tuple[Any, list[Any], list[Any]]], row: Any) -> tuple[Any] | None:
    """Return what the first clause that takes *row* makes of it, in a tuple; None where none does."""
    for pattern, guards, body in given:
        names: Names = {}
        if fits(pattern, row, names) and all(_holds(guard, names, row) for guard in guards):
            value: Any = TRUE
            for part in body:
                value = _value(part, names, row)
            return (value,)
    return None


def _holds(guard: Any, names: Names, row: Any) -> bool:
    try:
        return _value(guard, names, row) is TRUE
    except (*CAUGHT, LookupError, ArithmeticError):
        return False


def _value(term: Any, names: Names, row: Any) -> Any:
    """Return what an expression of a match specification comes to."""
    number = variable(term)
    if number is not None:
        return names[number]
    if term is _WHOLE:
        return row
    if term is _ALL:
        return named(names)
    if is_list(term):
        return from_list([_value(part, names, row) for part in to_list(term)])
    if term.__class__ is Map:
        return from_pairs([(key, _value(part, names, row)) for key, part in pairs(term)])
    if term.__class__ is not tuple or not term:
        return term
    if len(term) == 1 and term[0].__class__ is tuple:
        return tuple([_value(part, names, row) for part in term[0]])
    if term[0] is _CONST and len(term) == 2:
        return term[1]
    name = term[0].name
    if name in ("andalso", "and", "orelse", "or"):
        return _logic(name, term[1:], names, row)
    function = _FUNCTIONS.get((name, len(term) - 1))
    if function is None:
        raise badarg(2, "not a valid match specification")
    return function(*[_value(part, names, row) for part in term[1:]])


def _logic(name: str, parts: Any, names: Names, row: Any) -> Any:
    wanted = name.startswith("and")
    for part in parts:
        if (_value(part, names, row) is TRUE) is not wanted:
            return boolean(not wanted)
    return boolean(wanted)


def _size(term: Any) -> int:
    return len(term) if term.__class__ is tuple else basics.size_in_bytes(term)


def _map_get(key: Any, term: Any) -> Any:
    found = get(term, key)
    if found is None:
        raise LookupError(key)
    return found


_FUNCTIONS: dict[tuple[str, int], Callable[..., Any]] = {
    ("==", 2): basics.equal, ("/=", 2): basics.unequal, ("=:=", 2): basics.same, ("=/=", 2): basics.different,
    ("<", 2): basics.less, (">", 2): basics.greater, ("=<", 2): basics.at_most, (">=", 2): basics.at_least,
    ("+", 2): basics.add, ("-", 2): basics.subtract, ("*", 2): basics.multiply, ("/", 2): basics.divide,
    ("div", 2): basics.div, ("rem", 2): basics.rem, ("-", 1): basics.negate, ("abs", 1): basics.absolute,
    ("band", 2): operators.band, ("bor", 2): operators.bor, ("bxor", 2): operators.bxor, ("bsl", 2): operators.bsl,
    ("bsr", 2): operators.bsr, ("round", 1): basics.rounded, ("trunc", 1): basics.truncated,
    ("not", 1): lambda term: FALSE if term is TRUE else TRUE,
    ("xor", 2): lambda left, right: boolean((left is TRUE) ^ (right is TRUE)),
    ("element", 2): basics.element, ("hd", 1): basics.head, ("tl", 1): basics.tail,
    ("length", 1): basics.size_of_list, ("tuple_size", 1): basics.size_of_tuple, ("map_size", 1): basics.size_of_map,
    ("byte_size", 1): basics.size_in_bytes, ("size", 1): _size, ("map_get", 2): _map_get,
    ("is_map_key", 2): lambda key, term: boolean(has(term, key)),
    ("is_atom", 1): basics.is_atom, ("is_binary", 1): basics.is_binary, ("is_float", 1): basics.is_float,
    ("is_integer", 1): basics.is_integer, ("is_list", 1): basics.is_list, ("is_map", 1): basics.is_map,
    ("is_number", 1): basics.is_number, ("is_pid", 1): basics.is_pid, ("is_reference", 1): basics.is_reference,
    ("is_tuple", 1): basics.is_tuple, ("is_boolean", 1): basics.is_boolean, ("is_function", 1): basics.is_function,
}  # fmt: skip
