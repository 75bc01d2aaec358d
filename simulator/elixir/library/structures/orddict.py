"""``:orddict``: dictionaries as lists of pairs, sorted by key.

Source of the semantics: Erlang/OTP 25, the module ``orddict``.
"""

from __future__ import annotations

from typing import Any

from simulator.elixir.library.enum.sorting import key_for
from simulator.elixir.library.lazily import blocking
from simulator.elixir.runtime.errors import function_clause
from simulator.elixir.runtime.values.counted import to_list
from simulator.elixir.runtime.values.enumerable import FALSE, TRUE, Fun
from simulator.terms import Atom
from simulator.terms.lists import EMPTY, from_list
from simulator.terms.maps import equal

ORDDICT, OK, ERROR = Atom("orddict"), Atom("ok"), Atom("error")


def stored(items: list[Any], key: Any, value: Any) -> Any:
    """Return the dictionary of these pairs with *value* for *key*."""
    rest = [pair for pair in items if not equal(pair[0], key)]
    rest.append((key, value))
    order = key_for([pair[0] for pair in rest])
    return from_list(sorted(rest, key=lambda pair: pair[0] if order is None else order(pair[0])))


def found_in(items: list[Any], key: Any) -> tuple[Any, ...]:
    """Return the value of *key* in a tuple, or ()."""
    for pair in items:
        if equal(pair[0], key):
            return (pair[1],)
    return ()


def needed(key: Any, term: Any, name: str, arity: int) -> Any:
    """Return the value of *key*; raise if it is not there."""
    found = found_in(to_list(term), key)
    if not found:
        raise function_clause(ORDDICT, name, arity, [key, term])
    return found[0]


def new() -> Any:
    """Return the empty dictionary."""
    return EMPTY


def from_list_1(term: Any) -> Any:
    """Return the dictionary of the pairs of a list."""
    made: Any = EMPTY
    for key, value in to_list(term):
        made = stored(to_list(made), key, value)
    return made


def to_list_1(term: Any) -> Any:
    """Return the list of the pairs."""
    return term


def size(term: Any) -> int:
    """Return the number of keys."""
    return len(to_list(term))


def is_empty(term: Any) -> Any:
    """Return whether there is no key."""
    return TRUE if term is EMPTY else FALSE


def is_key(key: Any, term: Any) -> Any:
    """Return whether *key* is there."""
    return TRUE if found_in(to_list(term), key) else FALSE


def fetch(key: Any, term: Any) -> Any:
    """Return the value of *key*."""
    return needed(key, term, "fetch", 2)


def find(key: Any, term: Any) -> Any:
    """Return ``{:ok, value}``, or ``:error``."""
    found = found_in(to_list(term), key)
    return (OK, found[0]) if found else ERROR


def fetch_keys(term: Any) -> Any:
    """Return the list of the keys."""
    return from_list([pair[0] for pair in to_list(term)])


def store(key: Any, value: Any, term: Any) -> Any:
    """Return the dictionary with *value* for *key*."""
    return stored(to_list(term), key, value)


def erase(key: Any, term: Any) -> Any:
    """Return the dictionary without *key*."""
    return from_list([pair for pair in to_list(term) if pair[0] != key])


def append(key: Any, value: Any, term: Any) -> Any:
    """Return the dictionary with *value* at the end of the list of *key*."""
    found = found_in(to_list(term), key)
    return stored(to_list(term), key, from_list([*(to_list(found[0]) if found else []), value]))


def update_counter(key: Any, by: Any, term: Any) -> Any:
    """Return the dictionary with *by* added to the number of *key*."""
    found = found_in(to_list(term), key)
    return stored(to_list(term), key, (found[0] if found else 0) + by)


def update_3(key: Any, fun: Fun, term: Any) -> Any:
    """Return the dictionary with what *fun* gives for the value of *key*."""
    value = needed(key, term, "update", 3)
    return stored(to_list(term), key, fun(value))


def update_4(key: Any, fun: Fun, initial: Any, term: Any) -> Any:
    """Return the dictionary with what *fun* gives for the value of *key*; with *initial* if it is not there."""
    found = found_in(to_list(term), key)
    return stored(to_list(term), key, fun(found[0]) if found else initial)


def fold(fun: Fun, acc: Any, term: Any) -> Any:
    """Reduce over keys and values."""
    for key, value in to_list(term):
        acc = fun(key, value, acc)
    return acc


def map_(fun: Fun, term: Any) -> Any:
    """Return the dictionary with what *fun* gives for each key and value."""
    return from_list([(pair[0], fun(pair[0], pair[1])) for pair in to_list(term)])


def filter_(fun: Fun, term: Any) -> Any:
    """Return the dictionary of the pairs for which *fun* gives true."""
    return from_list([pair for pair in to_list(term) if fun(pair[0], pair[1]) is TRUE])


def merge(fun: Fun, left: Any, right: Any) -> Any:
    """Return the dictionary of both; *fun* says of a key that is in both what it has."""
    made = left
    for key, value in to_list(right):
        found = found_in(to_list(left), key)
        made = stored(to_list(made), key, fun(key, found[0], value) if found else value)
    return made


TABLE = {
    "new/0": new, "from_list/1": from_list_1, "to_list/1": to_list_1, "size/1": size, "is_empty/1": is_empty,
    "is_key/2": is_key, "fetch/2": fetch, "find/2": find, "fetch_keys/1": fetch_keys, "store/3": store,
    "erase/2": erase, "append/3": append, "update_counter/3": update_counter, "update/3": update_3,
    "update/4": update_4, "fold/3": fold, "map/2": map_, "filter/2": filter_, "merge/3": merge,
}  # fmt: skip
FUNCTIONS = TABLE


def __getattr__(name: str) -> Any:
    return blocking(name, __name__)
