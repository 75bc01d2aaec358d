"""``:gb_trees``, represented by ``{size, sorted list of pairs}`` where OTP has a balanced tree.

Source of the semantics: Erlang/OTP 25, the module ``gb_trees``.
"""

from __future__ import annotations

from typing import Any

from simulator.elixir.library.lazily import blocking
from simulator.elixir.library.structures.orddict import found_in, stored
from simulator.elixir.runtime.errors import erlang, function_clause
from simulator.elixir.runtime.values.counted import to_list
from simulator.elixir.runtime.values.enumerable import FALSE, TRUE, Fun
from simulator.terms import Atom
from simulator.terms.lists import EMPTY, from_list, length
from simulator.terms.order import compare

GB_TREES, _NONE, _VALUE = Atom("gb_trees"), Atom("none"), Atom("value")


def sized(orddict: Any) -> Any:
    """Return the tree of a sorted list of pairs."""
    return (length(orddict), orddict)


def pairs_of(term: Any) -> list[Any]:
    """Return the pairs, sorted by key."""
    return to_list(term[1])


def _missing(name: str, arity: int, *args: Any) -> BaseException:
    return function_clause(GB_TREES, name, arity, [*args, Atom("nil")])


def empty() -> Any:
    """Return the empty tree."""
    return (0, EMPTY)


def size(term: Any) -> Any:
    """Return the number of keys."""
    return term[0]


def is_empty(term: Any) -> Any:
    """Return whether there is no key."""
    return FALSE if term[0] else TRUE


def to_list_1(term: Any) -> Any:
    """Return the list of the pairs, sorted by key."""
    return term[1]


def keys(term: Any) -> Any:
    """Return the list of the keys, sorted."""
    return from_list([pair[0] for pair in pairs_of(term)])


def values(term: Any) -> Any:
    """Return the list of the values, in the order of the keys."""
    return from_list([pair[1] for pair in pairs_of(term)])


def is_defined(key: Any, term: Any) -> Any:
    """Return whether *key* is there."""
    return TRUE if found_in(pairs_of(term), key) else FALSE


def lookup(key: Any, term: Any) -> Any:
    """Return ``{:value, value}``, or ``:none``."""
    found = found_in(pairs_of(term), key)
    return (_VALUE, found[0]) if found else _NONE


def get(key: Any, term: Any) -> Any:
    """Return the value of *key*, which must be there."""
    found = found_in(pairs_of(term), key)
    if not found:
        raise _missing("get_1", 2, key)
    return found[0]


def enter(key: Any, value: Any, term: Any) -> Any:
    """Return the tree with *value* for *key*."""
    return sized(stored(pairs_of(term), key, value))


def insert(key: Any, value: Any, term: Any) -> Any:
    """Return the tree with *value* for *key*. Raises ``{:key_exists, key}``."""
    if found_in(pairs_of(term), key):
        raise erlang((Atom("key_exists"), key))
    return enter(key, value, term)


def update(key: Any, value: Any, term: Any) -> Any:
    """Return the tree with *value* for *key*, which must be there."""
    if not found_in(pairs_of(term), key):
        raise _missing("update_1", 3, key, value)
    return enter(key, value, term)


def delete_any(key: Any, term: Any) -> Any:
    """Return the tree without *key*."""
    return sized(from_list([pair for pair in pairs_of(term) if pair[0] != key]))


def delete(key: Any, term: Any) -> Any:
    """Return the tree without *key*, which must be there."""
    if not found_in(pairs_of(term), key):
        raise _missing("delete_1", 2, key)
    return delete_any(key, term)


def smallest(term: Any) -> Any:
    """Return the first key and its value."""
    return _end(term, 0, "smallest_1")


def largest(term: Any) -> Any:
    """Return the last key and its value."""
    return _end(term, -1, "largest_1")


def _end(term: Any, index: int, name: str) -> Any:
    pairs = pairs_of(term)
    if not pairs:
        raise _missing(name, 1)
    return pairs[index]


def take_smallest(term: Any) -> Any:
    """Return the first key, its value, and the tree without it."""
    return (*smallest(term), sized(from_list(pairs_of(term)[1:])))


def take_largest(term: Any) -> Any:
    """Return the last key, its value, and the tree without it."""
    return (*largest(term), sized(from_list(pairs_of(term)[:-1])))


def balance(term: Any) -> Any:
    """Return the tree."""
    return term


def iterator(term: Any) -> Any:
    """Return what ``next/1`` takes."""
    return term[1]


def iterator_from(key: Any, term: Any) -> Any:
    """Return what ``next/1`` takes, from a key on."""
    return from_list([pair for pair in pairs_of(term) if compare(pair[0], key) >= 0])


def next_(left: Any) -> Any:
    """Return ``{key, value, iterator}``, or ``:none``."""
    pairs = to_list(left)
    return (*pairs[0], from_list(pairs[1:])) if pairs else _NONE


def map_(fun: Fun, term: Any) -> Any:
    """Return the tree with what *fun* gives for each key and value."""
    return sized(from_list([(pair[0], fun(pair[0], pair[1])) for pair in pairs_of(term)]))


TABLE = {
    "iterator_from/2": iterator_from,
    "empty/0": empty, "size/1": size, "is_empty/1": is_empty, "to_list/1": to_list_1, "from_orddict/1": sized,
    "keys/1": keys, "values/1": values, "is_defined/2": is_defined, "lookup/2": lookup, "get/2": get,
    "enter/3": enter, "insert/3": insert, "update/3": update, "delete_any/2": delete_any, "delete/2": delete,
    "smallest/1": smallest, "largest/1": largest, "take_smallest/1": take_smallest, "take_largest/1": take_largest,
    "balance/1": balance, "iterator/1": iterator, "next/1": next_, "map/2": map_,
}  # fmt: skip
FUNCTIONS = TABLE


def __getattr__(name: str) -> Any:
    return blocking(name, __name__)
