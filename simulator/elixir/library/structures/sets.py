"""``:sets``, represented by maps, as ``:sets.new(version: 2)`` does.

Source of the semantics: Erlang/OTP 25, the module ``sets``.
"""

from __future__ import annotations

from typing import Any

from simulator.elixir.library.lazily import blocking
from simulator.elixir.runtime.values.counted import to_list
from simulator.elixir.runtime.values.enumerable import FALSE, TRUE, Fun
from simulator.terms.lists import EMPTY, from_list
from simulator.terms.maps import EMPTY_MAP, Map, delete, folded_keys, has, key_of, keys, merge, put


def of(items: list[Any]) -> Map:
    """Return the set of *items*."""
    return Map({key_of(item): EMPTY for item in items})


def new_0() -> Any:
    """Return the empty set."""
    return EMPTY_MAP


def new_1(options: Any) -> Any:
    """Return the empty set."""
    return EMPTY_MAP


def from_list_1(term: Any) -> Any:
    """Return the set of the elements of a list."""
    return of(to_list(term))


def from_list_2(term: Any, options: Any) -> Any:
    """Return the set of the elements of a list."""
    return of(to_list(term))


def to_list_1(term: Any) -> Any:
    """Return the list of the elements."""
    return from_list(keys(term))


def is_set(term: Any) -> Any:
    """Return whether *term* may be a set."""
    return TRUE if term.__class__ is Map else FALSE


def is_empty(term: Any) -> Any:
    """Return whether there is nothing in the set."""
    return FALSE if len(term) else TRUE


def size(term: Any) -> int:
    """Return the number of elements."""
    return len(term)


def is_element(element: Any, term: Any) -> Any:
    """Return whether *element* is in the set."""
    return TRUE if has(term, element) else FALSE


def add_element(element: Any, term: Any) -> Any:
    """Return the set with *element*."""
    return put(term, element, EMPTY)


def del_element(element: Any, term: Any) -> Any:
    """Return the set without *element*."""
    return delete(term, element)


def union_2(left: Any, right: Any) -> Any:
    """Return the set of what is in either."""
    return merge(left, right)


def union_1(sets: Any) -> Any:
    """Return the set of what is in any of the sets."""
    made = EMPTY_MAP
    for each in to_list(sets):
        made = merge(made, each)
    return made


def intersection(left: Any, right: Any) -> Any:
    """Return the set of what is in both."""
    return Map({key: EMPTY for key in left.d if key in right.d})


def subtract(left: Any, right: Any) -> Any:
    """Return the set of what is in *left* and not in *right*."""
    return Map({key: EMPTY for key in left.d if key not in right.d})


def is_subset(left: Any, right: Any) -> Any:
    """Return whether what is in *left* is in *right*."""
    return TRUE if all(key in right.d for key in left.d) else FALSE


def is_disjoint(left: Any, right: Any) -> Any:
    """Return whether there is nothing in both."""
    return FALSE if any(key in right.d for key in left.d) else TRUE


def fold(fun: Fun, acc: Any, term: Any) -> Any:
    """Reduce over the elements."""
    for item in folded_keys(term):
        acc = fun(item, acc)
    return acc


def filter_(fun: Fun, term: Any) -> Any:
    """Return the set of the elements for which *fun* gives true."""
    return of([item for item in keys(term) if fun(item) is TRUE])


TABLE = {
    "new/0": new_0, "new/1": new_1, "from_list/1": from_list_1, "from_list/2": from_list_2, "to_list/1": to_list_1,
    "is_set/1": is_set, "is_empty/1": is_empty, "size/1": size, "is_element/2": is_element,
    "add_element/2": add_element, "del_element/2": del_element, "union/1": union_1, "union/2": union_2,
    "intersection/2": intersection, "subtract/2": subtract, "is_subset/2": is_subset, "is_disjoint/2": is_disjoint,
    "fold/3": fold, "filter/2": filter_,
}  # fmt: skip
FUNCTIONS = TABLE


def __getattr__(name: str) -> Any:
    return blocking(name, __name__)
