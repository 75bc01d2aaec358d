"""``:proplists``: lists of pairs, and of atoms that stand for ``{atom, true}``.

Source of the semantics: Erlang/OTP 25, the module ``proplists``.
"""

from __future__ import annotations

from typing import Any

from simulator.elixir.runtime.values.counted import to_list
from simulator.elixir.runtime.values.enumerable import FALSE, TRUE
from simulator.terms import Atom
from simulator.terms.lists import from_list
from simulator.terms.maps import equal

UNDEFINED, _NONE = Atom("undefined"), Atom("none")


def _entries(key: Any, term: Any) -> list[tuple[Any, ...]]:
    """Return the entries of a key as tuples."""
    found: list[tuple[Any, ...]] = []
    for item in to_list(term):
        if item.__class__ is tuple and item and equal(item[0], key):
            found.append(item)
        elif item.__class__ is Atom and item is key:
            found.append((item, TRUE))
    return found


def get_value_2(key: Any, term: Any) -> Any:
    """Return the first value of the key, or ``:undefined``."""
    return get_value_3(key, term, UNDEFINED)


def get_value_3(key: Any, term: Any, default: Any) -> Any:
    """Return the first value of the key, or *default*."""
    for entry in _entries(key, term):
        if len(entry) == 2:
            return entry[1]
    return default


def get_all_values(key: Any, term: Any) -> Any:
    """Return the list of all values of the key."""
    return from_list([entry[1] for entry in _entries(key, term) if len(entry) == 2])


def get_bool(key: Any, term: Any) -> Any:
    """Return whether the first value of the key is true."""
    return TRUE if get_value_3(key, term, FALSE) is TRUE else FALSE


def get_keys(term: Any) -> Any:
    """Return the list of the keys."""
    keys = [item[0] if item.__class__ is tuple else item for item in to_list(term)]
    return from_list(list(dict.fromkeys(keys)))


def lookup(key: Any, term: Any) -> Any:
    """Return the first entry of the key as a tuple, or ``:none``."""
    found = _entries(key, term)
    return found[0] if found else _NONE


def lookup_all(key: Any, term: Any) -> Any:
    """Return the list of the entries of the key as tuples."""
    return from_list(list(_entries(key, term)))


def is_defined(key: Any, term: Any) -> Any:
    """Return whether there is an entry of the key."""
    return TRUE if _entries(key, term) else FALSE


def delete(key: Any, term: Any) -> Any:
    """Return the list without the entries of the key."""
    kept = [item for item in to_list(term) if (item[0] if item.__class__ is tuple and item else item) != key]
    return from_list(kept)


FUNCTIONS = {
    "get_value/2": get_value_2, "get_value/3": get_value_3, "get_all_values/2": get_all_values,
    "get_bool/2": get_bool, "get_keys/1": get_keys, "lookup/2": lookup, "lookup_all/2": lookup_all,
    "is_defined/2": is_defined, "delete/2": delete,
}  # fmt: skip
