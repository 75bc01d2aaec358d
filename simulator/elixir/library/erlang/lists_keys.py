"""``:lists``: lists of tuples, looked up by one of their elements; positions count from 1.

Source of the semantics: Erlang/OTP 25, the module ``lists``.
"""

from __future__ import annotations

from typing import Any

from simulator.elixir.library.collections.lists_parts import keyed, place_of
from simulator.elixir.library.enum.sorting import key_for
from simulator.elixir.runtime.errors import erlang
from simulator.elixir.runtime.values.enumerable import FALSE, TRUE
from simulator.kernel.words.errors import badarg
from simulator.terms import Atom
from simulator.terms.lists import from_list, is_list


def keyfind(key: Any, position: Any, term: Any) -> Any:
    """Return the first tuple with *key* at *position*, or false."""
    items = keyed(term, position, 0)
    place = place_of(items, key, position - 1)
    return FALSE if place is None else items[place]


def keysearch(key: Any, position: Any, term: Any) -> Any:
    """Return ``{:value, tuple}`` of the first tuple with *key* at *position*, or false."""
    found = keyfind(key, position, term)
    return found if found is FALSE else (Atom("value"), found)


def keymember(key: Any, position: Any, term: Any) -> Any:
    """Return whether there is a tuple with *key* at *position*."""
    return FALSE if keyfind(key, position, term) is FALSE else TRUE


def keydelete(key: Any, position: Any, term: Any) -> Any:
    """Return the list without the first tuple with *key* at *position*."""
    items = keyed(term, position, 0)
    place = place_of(items, key, position - 1)
    return term if place is None else from_list(items[:place] + items[place + 1 :])


def keyreplace(key: Any, position: Any, term: Any, value: Any) -> Any:
    """Return the list with *value* instead of the first tuple with *key* at *position*."""
    items = keyed(term, position, 0)
    place = place_of(items, key, position - 1)
    return term if place is None else from_list([*items[:place], value, *items[place + 1 :]])


def keystore(key: Any, position: Any, term: Any, value: Any) -> Any:
    """Return the list with *value* instead of the first tuple with *key* at *position*, or at its end."""
    items = keyed(term, position, 0)
    place = place_of(items, key, position - 1)
    return from_list([*items, value] if place is None else [*items[:place], value, *items[place + 1 :]])


def keytake(key: Any, position: Any, term: Any) -> Any:
    """Return ``{:value, tuple, rest}`` of the first tuple with *key* at *position*, or false."""
    items = keyed(term, position, 0)
    place = place_of(items, key, position - 1)
    if place is None:
        return FALSE
    return (Atom("value"), items[place], from_list(items[:place] + items[place + 1 :]))


def keysort(position: Any, term: Any) -> Any:
    """Return the list sorted by the elements at *position*."""
    if not is_list(term):
        raise erlang((Atom("case_clause"), term))
    return from_list(_sorted(keyed(term, position, 0), position))


def _sorted(items: list[Any], position: int) -> list[Any]:
    if len(items) < 2:
        return items
    for item in items:
        if item.__class__ is not tuple:
            raise badarg(2, "not a tuple")
        if len(item) < position:
            raise badarg(1, "out of range")
    of = [item[position - 1] for item in items]
    key = key_for(of)
    return sorted(items, key=lambda item: item[position - 1] if key is None else key(item[position - 1]))


def ukeysort(position: Any, term: Any) -> Any:
    """Return the list sorted by the elements at *position*, of equal ones the first."""
    found: list[Any] = []
    for item in _sorted(keyed(term, position, 0), position):
        if not found or found[-1][position - 1] != item[position - 1]:
            found.append(item)
    return from_list(found)


FUNCTIONS_OF_LISTS = {
    "keyfind/3": keyfind, "keysearch/3": keysearch, "keymember/3": keymember, "keydelete/3": keydelete,
    "keyreplace/4": keyreplace, "keystore/4": keystore, "keytake/3": keytake, "keysort/2": keysort,
    "ukeysort/2": ukeysort,
}  # fmt: skip
