"""``Enum``: what is found in an enumerable, how many there are, and what they add up to.

Source of the semantics: Elixir 1.14, the module ``Enum``.
"""

from __future__ import annotations

from typing import Any

from simulator.elixir.library.enum.totals import product_of, sum_of
from simulator.elixir.runtime.errors import function_clause
from simulator.elixir.runtime.values.enumerable import (
    FALSE,
    MAP_SET,
    NIL,
    RANGE,
    TRUE,
    Fun,
    fold,
    implementation,
    listed,
    range_of,
    walk,
)
from simulator.elixir.runtime.values.ranges import length_of
from simulator.terms import Atom
from simulator.terms.maps import Map, get, has, strict_equal, struct_name

OK, ERROR = Atom("ok"), Atom("error")
_CASE_CLAUSE, _BADMATCH = Atom("case_clause"), Atom("badmatch")
_MAP = Atom("map")


def all_1(enum: Any) -> Any:
    """Return whether no element is nil or false."""
    for item in walk(enum):
        if item is FALSE or item is NIL:
            return FALSE
    return TRUE


def all_2(enum: Any, fun: Fun) -> Any:
    """Return whether *fun* gives something true for all elements."""
    for item in walk(enum):
        if (found := fun(item)) is FALSE or found is NIL:
            return FALSE
    return TRUE


def any_1(enum: Any) -> Any:
    """Return whether an element is true."""
    for item in walk(enum):
        if item is not FALSE and item is not NIL:
            return TRUE
    return FALSE


def any_2(enum: Any, fun: Fun) -> Any:
    """Return whether *fun* gives something true for an element."""
    for item in walk(enum):
        if (found := fun(item)) is not FALSE and found is not NIL:
            return TRUE
    return FALSE


def find_2(enum: Any, fun: Fun) -> Any:
    """Return the first element for which *fun* gives something true, or nil."""
    for item in walk(enum):
        if (found := fun(item)) is not FALSE and found is not NIL:
            return item
    return NIL


def find_3(enum: Any, default: Any, fun: Fun) -> Any:
    """Return the first element for which *fun* gives something true, or *default*."""
    for item in walk(enum):
        if (found := fun(item)) is not FALSE and found is not NIL:
            return item
    return default


def find_index(enum: Any, fun: Fun) -> Any:
    """Return the index of the first element for which *fun* gives something true, or nil."""
    index = 0
    for item in walk(enum):
        if (found := fun(item)) is not FALSE and found is not NIL:
            return index
        index += 1
    return NIL


def find_value_2(enum: Any, fun: Fun) -> Any:
    """Return the first true value that *fun* gives, or nil."""
    for item in walk(enum):
        if (found := fun(item)) is not FALSE and found is not NIL:
            return found
    return NIL


def find_value_3(enum: Any, default: Any, fun: Fun) -> Any:
    """Return the first true value that *fun* gives, or *default*."""
    for item in walk(enum):
        if (found := fun(item)) is not FALSE and found is not NIL:
            return found
    return default


def count_1(enum: Any) -> Any:
    """Return the number of elements."""
    if enum.__class__ is Map:
        if struct_name(enum) is RANGE:
            return length_of(range_of(enum))
        told = _own(enum, "count/1")
        if told is not None:
            count: Fun = told
            answer = count(enum)
            if answer.__class__ is tuple and answer[0] is OK:
                return answer[1]
    return len(listed(enum))


def count_2(enum: Any, fun: Fun) -> Any:
    """Return the number of elements for which *fun* gives something true."""
    found = 0
    for item in fold(enum):
        if (kept := fun(item)) is not FALSE and kept is not NIL:
            found += 1
    return found


def count_until_2(enum: Any, limit: Any) -> Any:
    """Return the number of elements, or *limit* if there are so many."""
    if limit.__class__ is not int or limit < 1:
        raise function_clause("Enum", "count_until", 2, [enum, limit])
    found = 0
    for _ in walk(enum):
        found += 1
        if found == limit:
            break
    return found


def count_until_3(enum: Any, fun: Fun, limit: Any) -> Any:
    """Return the number of elements for which *fun* gives something true, or *limit* if there are so many."""
    if limit.__class__ is not int or limit < 1:
        raise function_clause("Enum", "count_until", 3, [enum, fun, limit])
    found = 0
    for item in walk(enum):
        if (kept := fun(item)) is not FALSE and kept is not NIL:
            found += 1
            if found == limit:
                break
    return found


def empty(enum: Any) -> Any:
    """Return whether there is no element."""
    for _ in walk(enum):
        return FALSE
    return TRUE


def member(enum: Any, element: Any) -> Any:
    """Return whether an element is strictly equal to *element*."""
    if enum.__class__ is Map:
        module = struct_name(enum)
        if module is RANGE:
            return TRUE if element.__class__ is int and element in range_of(enum) else FALSE
        if module is MAP_SET:
            return TRUE if has(get(enum, _MAP), element) else FALSE
        if module is None:
            if element.__class__ is not tuple or len(element) != 2 or not has(enum, element[0]):
                return FALSE
            return TRUE if strict_equal(get(enum, element[0]), element[1]) else FALSE
        told = _own(enum, "member?/2")
        if told is not None:
            is_member: Fun = told
            answer = is_member(enum, element)
            if answer.__class__ is tuple and answer[0] is OK:
                return answer[1]
    for item in walk(enum):
        if strict_equal(item, element):
            return TRUE
    return FALSE


def _own(enum: Map, key: str) -> Any:
    """Return a function of a program's own implementation of ``Enumerable``, or None."""
    module = struct_name(enum)
    if module is None:
        return None
    functions = implementation("Elixir.Enumerable", module)
    return None if functions is None else functions.get(key)


def sum_(enum: Any) -> Any:
    """Return the sum of the elements."""
    return sum_of(range_of(enum) if struct_name(enum) is RANGE else listed(enum))


def product(enum: Any) -> Any:
    """Return the product of the elements."""
    return product_of(listed(enum))


TABLE = {
    "all?/1": all_1, "all?/2": all_2, "any?/1": any_1, "any?/2": any_2, "find/2": find_2, "find/3": find_3,
    "find_index/2": find_index, "find_value/2": find_value_2, "find_value/3": find_value_3, "count/1": count_1,
    "count/2": count_2, "count_until/2": count_until_2, "count_until/3": count_until_3, "empty?/1": empty,
    "member?/2": member, "sum/1": sum_, "product/1": product,
}  # fmt: skip
