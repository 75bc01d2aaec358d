"""``MapSet``: sets, as structs around a map whose keys are the elements.

Source of the semantics: Elixir 1.14, the module ``MapSet``.
"""

from __future__ import annotations

from typing import Any

from simulator.elixir.library.lazily import blocking
from simulator.elixir.runtime.errors import function_clause
from simulator.elixir.runtime.values.enumerable import FALSE, MAP_SET, NIL, TRUE, Fun, fold, listed
from simulator.terms import Atom
from simulator.terms.lists import EMPTY, from_list
from simulator.terms.maps import EMPTY_MAP, STRUCT, Map, delete, folded_keys, has, key_of, keys, merge, put, struct_name

_MAP, _VERSION = Atom("map"), Atom("version")


def wrap(inner: Map) -> Map:
    """Return the set whose elements are the keys of *inner*."""
    return Map({STRUCT: MAP_SET, _MAP: inner, _VERSION: 2})


def of_items(items: list[Any], before: Any = None) -> Map:
    """Return the set of *items*, and of what is in the set *before*."""
    made = Map({key_of(item): EMPTY for item in items})
    return wrap(made if before is None else merge(inner_of(before, "put", 2, before), made))


def inner_of(term: Any, name: str, arity: int, *args: Any) -> Map:
    """Return the map in a set."""
    if term.__class__ is not Map or term.d.get(STRUCT) is not MAP_SET:
        raise function_clause("MapSet", name, arity, args)
    return term.d[_MAP]  # type: ignore[no-any-return]


def new_0() -> Map:
    """Return the empty set."""
    return wrap(EMPTY_MAP)


def new_1(enum: Any) -> Any:
    """Return the set of the elements of *enum*."""
    if struct_name(enum) is MAP_SET:
        return enum
    return of_items(listed(enum))


def new_2(enum: Any, transform: Fun) -> Any:
    """Return the set of what *transform* gives for each element."""
    return of_items([transform(item) for item in fold(enum)])


def put_2(term: Any, value: Any) -> Map:
    """Return the set with this element."""
    inner = inner_of(term, "put", 2, term, value)
    return term if has(inner, value) else wrap(put(inner, value, EMPTY))


def delete_2(term: Any, value: Any) -> Map:
    """Return the set without this element."""
    return wrap(delete(inner_of(term, "delete", 2, term, value), value))


def member(term: Any, value: Any) -> Any:
    """Return whether the set has this element."""
    return TRUE if has(inner_of(term, "member?", 2, term, value), value) else FALSE


def size(term: Any) -> int:
    """Return the number of elements."""
    return len(inner_of(term, "size", 1, term))


def to_list(term: Any) -> Any:
    """Return the list of the elements."""
    return from_list(keys(inner_of(term, "to_list", 1, term)))


def union(left: Any, right: Any) -> Map:
    """Return the set of what is in either."""
    first, second = _inners(left, right, "union")
    return wrap(merge(first, second))


def intersection(left: Any, right: Any) -> Map:
    """Return the set of what is in both."""
    first, second = _inners(left, right, "intersection")
    return wrap(Map({key: EMPTY for key in first.d if key in second.d}))


def difference(left: Any, right: Any) -> Map:
    """Return the set of what is in *left* and not in *right*."""
    first, second = _inners(left, right, "difference")
    return wrap(Map({key: EMPTY for key in first.d if key not in second.d}))


def symmetric_difference(left: Any, right: Any) -> Map:
    """Return the set of what is in one of both."""
    first, second = _inners(left, right, "symmetric_difference")
    mine = {key: EMPTY for key in first.d if key not in second.d}
    return wrap(Map({**mine, **{key: EMPTY for key in second.d if key not in first.d}}))


def disjoint(left: Any, right: Any) -> Any:
    """Return whether there is nothing in both."""
    first, second = _inners(left, right, "disjoint?")
    return FALSE if any(key in second.d for key in first.d) else TRUE


def subset(left: Any, right: Any) -> Any:
    """Return whether what is in *left* is in *right*."""
    first, second = _inners(left, right, "subset?")
    return TRUE if all(key in second.d for key in first.d) else FALSE


def equal(left: Any, right: Any) -> Any:
    """Return whether the same is in both."""
    first, second = _inners(left, right, "equal?")
    return TRUE if first == second else FALSE


def _inners(left: Any, right: Any, name: str) -> tuple[Map, Map]:
    return inner_of(left, name, 2, left, right), inner_of(right, name, 2, left, right)


def filter_(term: Any, fun: Fun) -> Any:
    """Return the set of the elements for which *fun* gives something true."""
    items = folded_keys(inner_of(term, "filter", 2, term, fun))
    return of_items([item for item in items if (kept := fun(item)) is not FALSE and kept is not NIL])


def reject(term: Any, fun: Fun) -> Any:
    """Return the set of the elements for which *fun* gives nil or false."""
    items = folded_keys(inner_of(term, "reject", 2, term, fun))
    return of_items([item for item in items if (gone := fun(item)) is FALSE or gone is NIL])


TABLE = {
    "new/0": new_0, "new/1": new_1, "new/2": new_2, "put/2": put_2, "delete/2": delete_2, "member?/2": member,
    "size/1": size, "to_list/1": to_list, "union/2": union, "intersection/2": intersection,
    "difference/2": difference, "symmetric_difference/2": symmetric_difference, "disjoint?/2": disjoint,
    "subset?/2": subset, "equal?/2": equal, "filter/2": filter_, "reject/2": reject,
}  # fmt: skip
FUNCTIONS = TABLE


def __getattr__(name: str) -> Any:
    return blocking(name, __name__)
