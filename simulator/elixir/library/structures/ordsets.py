"""``:ordsets``: sets as sorted lists.

Source of the semantics: Erlang/OTP 25, the module ``ordsets``.
"""

from __future__ import annotations

from typing import Any

from simulator.elixir.library.enum.sorting import sorted_terms
from simulator.elixir.library.lazily import blocking
from simulator.elixir.runtime.values.counted import to_list
from simulator.elixir.runtime.values.enumerable import FALSE, TRUE, Fun
from simulator.terms.lists import EMPTY, from_list, is_list


def unique(items: list[Any]) -> list[Any]:
    """Return *items* sorted, of equal ones the first."""
    found: list[Any] = []
    for item in sorted_terms(items):
        if not found or found[-1] != item:
            found.append(item)
    return found


def new() -> Any:
    """Return the empty set."""
    return EMPTY


def from_list_1(term: Any) -> Any:
    """Return the set of the elements of a list."""
    return from_list(unique(to_list(term)))


def to_list_1(term: Any) -> Any:
    """Return the list of the elements."""
    return term


def is_set(term: Any) -> Any:
    """Return whether *term* is such a set."""
    return TRUE if is_list(term) and unique(to_list(term)) == to_list(term) else FALSE


def is_empty(term: Any) -> Any:
    """Return whether there is nothing in the set."""
    return TRUE if term is EMPTY else FALSE


def size(term: Any) -> int:
    """Return the number of elements."""
    return len(to_list(term))


def is_element(element: Any, term: Any) -> Any:
    """Return whether *element* is in the set."""
    return TRUE if element in to_list(term) else FALSE


def add_element(element: Any, term: Any) -> Any:
    """Return the set with *element*."""
    return from_list(unique([*to_list(term), element]))


def del_element(element: Any, term: Any) -> Any:
    """Return the set without *element*."""
    return from_list([item for item in to_list(term) if item != element])


def union_2(left: Any, right: Any) -> Any:
    """Return the set of what is in either."""
    return from_list(unique([*to_list(left), *to_list(right)]))


def union_1(sets: Any) -> Any:
    """Return the set of what is in any of the sets."""
    return from_list(unique([item for each in to_list(sets) for item in to_list(each)]))


def intersection(left: Any, right: Any) -> Any:
    """Return the set of what is in both."""
    others = to_list(right)
    return from_list([item for item in to_list(left) if item in others])


def subtract(left: Any, right: Any) -> Any:
    """Return the set of what is in *left* and not in *right*."""
    others = to_list(right)
    return from_list([item for item in to_list(left) if item not in others])


def is_subset(left: Any, right: Any) -> Any:
    """Return whether what is in *left* is in *right*."""
    others = to_list(right)
    return TRUE if all(item in others for item in to_list(left)) else FALSE


def is_disjoint(left: Any, right: Any) -> Any:
    """Return whether there is nothing in both."""
    return TRUE if intersection(left, right) is EMPTY else FALSE


def fold(fun: Fun, acc: Any, term: Any) -> Any:
    """Reduce over the elements."""
    for item in to_list(term):
        acc = fun(item, acc)
    return acc


def filter_(fun: Fun, term: Any) -> Any:
    """Return the set of the elements for which *fun* gives true."""
    return from_list([item for item in to_list(term) if fun(item) is TRUE])


TABLE = {
    "new/0": new, "from_list/1": from_list_1, "to_list/1": to_list_1, "is_set/1": is_set, "is_empty/1": is_empty,
    "size/1": size, "is_element/2": is_element, "add_element/2": add_element, "del_element/2": del_element,
    "union/1": union_1, "union/2": union_2, "intersection/2": intersection, "subtract/2": subtract,
    "is_subset/2": is_subset, "is_disjoint/2": is_disjoint, "fold/3": fold, "filter/2": filter_,
}  # fmt: skip
FUNCTIONS = TABLE


def __getattr__(name: str) -> Any:
    return blocking(name, __name__)
