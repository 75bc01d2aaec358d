"""``:gb_sets``, represented by ``{size, sorted list}`` where OTP has a balanced tree.

Source of the semantics: Erlang/OTP 25, the module ``gb_sets``.
"""

from __future__ import annotations

from typing import Any

from simulator.elixir.library.lazily import blocking
from simulator.elixir.library.structures import ordsets
from simulator.elixir.runtime.errors import erlang, function_clause
from simulator.elixir.runtime.values.counted import to_list
from simulator.elixir.runtime.values.enumerable import FALSE, TRUE, Fun
from simulator.terms import Atom
from simulator.terms.lists import EMPTY, from_list, length

GB_SETS, _NONE = Atom("gb_sets"), Atom("none")


def sized(ordset: Any) -> Any:
    """Return the set of the elements of a sorted list."""
    return (length(ordset), ordset)


def items_of(term: Any) -> list[Any]:
    """Return the elements, sorted."""
    return to_list(term[1])


def new() -> Any:
    """Return the empty set."""
    return (0, EMPTY)


def singleton(element: Any) -> Any:
    """Return the set of one element."""
    return (1, from_list([element]))


def from_list_1(term: Any) -> Any:
    """Return the set of the elements of a list."""
    return sized(ordsets.from_list_1(term))


def to_list_1(term: Any) -> Any:
    """Return the sorted list of the elements."""
    return term[1]


def size(term: Any) -> Any:
    """Return the number of elements."""
    return term[0]


def is_empty(term: Any) -> Any:
    """Return whether there is nothing in the set."""
    return FALSE if term[0] else TRUE


def is_member(element: Any, term: Any) -> Any:
    """Return whether *element* is in the set."""
    return ordsets.is_element(element, term[1])


def add(element: Any, term: Any) -> Any:
    """Return the set with *element*."""
    return sized(ordsets.add_element(element, term[1]))


def insert(element: Any, term: Any) -> Any:
    """Return the set with *element*. Raises ``{:key_exists, element}``."""
    if is_member(element, term) is TRUE:
        raise erlang((Atom("key_exists"), element))
    return add(element, term)


def delete_any(element: Any, term: Any) -> Any:
    """Return the set without *element*."""
    return sized(ordsets.del_element(element, term[1]))


def delete(element: Any, term: Any) -> Any:
    """Return the set without *element*, which must be in it."""
    if is_member(element, term) is FALSE:
        raise function_clause(GB_SETS, "delete_1", 2, [element, Atom("nil")])
    return delete_any(element, term)


def smallest(term: Any) -> Any:
    """Return the first element."""
    return _end(term, 0, "smallest_1")


def largest(term: Any) -> Any:
    """Return the last element."""
    return _end(term, -1, "largest_1")


def _end(term: Any, index: int, name: str) -> Any:
    items = items_of(term)
    if not items:
        raise function_clause(GB_SETS, name, 1, [Atom("nil")])
    return items[index]


def take_smallest(term: Any) -> Any:
    """Return the first element, and the set without it."""
    return (smallest(term), sized(from_list(items_of(term)[1:])))


def take_largest(term: Any) -> Any:
    """Return the last element, and the set without it."""
    return (largest(term), sized(from_list(items_of(term)[:-1])))


def union(left: Any, right: Any) -> Any:
    """Return the set of what is in either."""
    return sized(ordsets.union_2(left[1], right[1]))


def intersection(left: Any, right: Any) -> Any:
    """Return the set of what is in both."""
    return sized(ordsets.intersection(left[1], right[1]))


def subtract(left: Any, right: Any) -> Any:
    """Return the set of what is in *left* and not in *right*."""
    return sized(ordsets.subtract(left[1], right[1]))


def is_subset(left: Any, right: Any) -> Any:
    """Return whether what is in *left* is in *right*."""
    return ordsets.is_subset(left[1], right[1])


def iterator(term: Any) -> Any:
    """Return what ``next/1`` takes."""
    return term[1]


def next_(left: Any) -> Any:
    """Return ``{element, iterator}``, or ``:none``."""
    items = to_list(left)
    return (items[0], from_list(items[1:])) if items else _NONE


def fold(fun: Fun, acc: Any, term: Any) -> Any:
    """Reduce over the elements."""
    for item in items_of(term):
        acc = fun(item, acc)
    return acc


def filter_(fun: Fun, term: Any) -> Any:
    """Return the set of the elements for which *fun* gives true."""
    return sized(from_list([item for item in items_of(term) if fun(item) is TRUE]))


TABLE = {
    "new/0": new, "empty/0": new, "singleton/1": singleton, "from_list/1": from_list_1, "from_ordset/1": sized,
    "to_list/1": to_list_1, "size/1": size, "is_empty/1": is_empty, "is_member/2": is_member,
    "is_element/2": is_member, "add/2": add, "add_element/2": add, "insert/2": insert, "delete/2": delete,
    "delete_any/2": delete_any, "del_element/2": delete_any, "smallest/1": smallest, "largest/1": largest,
    "take_smallest/1": take_smallest, "take_largest/1": take_largest, "union/2": union,
    "intersection/2": intersection, "subtract/2": subtract, "difference/2": subtract, "is_subset/2": is_subset,
    "iterator/1": iterator, "next/1": next_, "fold/3": fold, "filter/2": filter_,
}  # fmt: skip
FUNCTIONS = TABLE


def __getattr__(name: str) -> Any:
    return blocking(name, __name__)
